package dibs.backend.store;

import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.ReserveResult;
import dibs.backend.lease.Schedule;
import dibs.backend.lease.UnreserveResult;
import dibs.backend.notice.Notice;
import dibs.backend.outage.Outages;
import dibs.backend.person.PersonRef;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows to come: who has them, how they begin and lapse, and that nobody else gets in between. */
abstract class ReservationContract extends ReservationKit {
    ReservationContract(TestStore store) {
        super(store);
    }

    @BeforeEach
    void all() {
        catalog = new Catalog(List.of(SIGNING, TREE, BOTH), Map.of());
    }

    @Test
    void itBeginsByItselfOnceItIsConfirmed() {
        Reservation mine = reserved(scene.ann, HOUR, HOUR, SIGNING);
        assertThat(look()).isZero();
        scene.clock.advance(HOUR.minus(Reservation.BEFORE));
        assertThat(look()).isEqualTo(1);
        assertThat(look()).as("asked once").isZero();
        assertThat(scene.unheard(scene.ann))
                .containsExactly(new Notice.ReservationNear(
                        mine.environments(), mine.id(), mine.starts(), mine.ends(), mine.confirmBy()));
        assertThat(usual(scene.ann)).isInstanceOf(ClaimResult.Confirmed.class);
        assertThat(held()).isEmpty();
        scene.clock.advance(Reservation.BEFORE);
        look();

        Lease lease = held().getFirst();
        assertThat(lease.holder()).isEqualTo(scene.ann);
        assertThat(lease.since()).isEqualTo(mine.starts());
        assertThat(lease.until()).isEqualTo(mine.ends());
        assertThat(upcoming()).isEmpty();
        assertThat(look()).isZero();
        assertThat(scene.unheard(scene.ann))
                .last()
                .isEqualTo(new Notice.ReservationBegun(mine.environments(), mine.ends()));
    }

    @Test
    void notConfirmedItLapsesAtTheLastMomentAndServesTheLine() {
        reserved(scene.ann, HOUR, HOUR, SIGNING);
        scene.clock.advance(HOUR.minus(MINUTE));
        scene.waits.await(SIGNING, scene.asker(scene.bob));
        scene.clock.advance(MINUTE.plus(Reservation.AFTER).minusMillis(1));
        look();
        assertThat(scene.claim(scene.cem, SIGNING)).isInstanceOf(ClaimResult.Held.class);
        scene.clock.advance(Duration.ofMillis(1));

        assertThat(look()).isEqualTo(1);

        assertThat(scene.happened()).filteredOn(What.RESERVATION_LAPSED::equals).hasSize(1);
        assertThat(scene.keeper(scene.cem, SIGNING)).isEqualTo(scene.bob);
        assertThat(upcoming()).isEmpty();
    }

    @Test
    void itLapsesInTheWayOfAClaimWhereNobodyLooked() {
        reserved(scene.ann, HOUR, HOUR, SIGNING);
        scene.clock.advance(HOUR.plus(Reservation.AFTER));

        assertThat(scene.granted(scene.bob, SIGNING).holder()).isEqualTo(scene.bob);

        assertThat(scene.happened()).contains(What.RESERVATION_LAPSED);
        assertThat(scene.claim(scene.ann, SIGNING)).isInstanceOf(ClaimResult.Held.class);
    }

    @Test
    void aClaimBeforeItIsShortenedToItAndWithTooLittleLeftItIsHeld() {
        Reservation anns = reserved(scene.ann, HOUR, HOUR, SIGNING);
        assertThat(Scene.granted(scene.claim(scene.bob, Duration.ofDays(1), SIGNING))
                        .until())
                .isEqualTo(anns.starts());
        scene.release(scene.bob, SIGNING);
        scene.clock.advance(HOUR.minus(Reservation.SHORTEST));
        assertThat(scene.granted(scene.bob, SIGNING).until()).isEqualTo(anns.starts());
        scene.release(scene.bob, SIGNING);
        scene.clock.advance(Duration.ofMillis(1));

        assertThat(scene.claim(scene.bob, SIGNING))
                .isInstanceOfSatisfying(
                        ClaimResult.Held.class,
                        held -> assertThat(held.blockers())
                                .containsExactly(new Blocker(
                                        SIGNING.id(),
                                        SIGNING.units(),
                                        scene.ann,
                                        Blocker.State.RESERVED,
                                        anns.starts(),
                                        anns.ends(),
                                        Optional.empty())));
    }

    @Test
    void aSetIsReservedWithAllItsPartsOrNotAtAll() {
        reserved(scene.bob, HOUR, HOUR, TREE);
        assertThat(reserve(scene.ann, once(HOUR, HOUR), BOTH)).isInstanceOf(ReserveResult.Taken.class);
        assertThat(upcoming()).hasSize(1);
        Reservation both = reserved(scene.ann, HOUR.multipliedBy(2), HOUR, BOTH);
        scene.clock.advance(HOUR.multipliedBy(2));

        assertThat(scene.claim(scene.bob, SIGNING)).isInstanceOf(ClaimResult.Held.class);
        assertThat(Scene.granted(scene.claim(scene.ann, MINUTE, BOTH)).units()).isEqualTo(both.units());
    }

    @Test
    void whatComesAgainKeepsTheTimeOnTheWall() {
        // The clocks of Berlin go forward at 2:00 on 28 March 2027.
        scene.clock.advance(Duration.between(scene.clock.instant(), Instant.parse("2027-03-26T00:00:00Z")));
        assertThat(starts(LocalDateTime.parse("2027-03-26T10:00")))
                .startsWith(
                        Instant.parse("2027-03-26T09:00:00Z"),
                        Instant.parse("2027-03-27T09:00:00Z"),
                        Instant.parse("2027-03-28T08:00:00Z"),
                        Instant.parse("2027-03-29T08:00:00Z"));
        assertThat(starts(LocalDateTime.parse("2027-03-26T02:30")))
                .as("2:30 is 3:30 on the day that has no 2:30")
                .startsWith(
                        Instant.parse("2027-03-26T01:30:00Z"),
                        Instant.parse("2027-03-27T01:30:00Z"),
                        Instant.parse("2027-03-28T01:30:00Z"),
                        Instant.parse("2027-03-29T00:30:00Z"));
    }

    @Test
    void moreWindowsAreAddedAndTheOnesThatAnotherHasAreTold() {
        Schedule daily = new Schedule(
                BERLIN, LocalDateTime.parse("2026-11-24T10:00"), HOUR, Optional.of(DAILY), Optional.empty());
        int stored = ((ReserveResult.Reserved) reserve(scene.ann, daily, SIGNING))
                .reservations()
                .size();
        assertThat(stored).isEqualTo(28);
        Instant later = Instant.parse("2026-12-23T09:00:00Z");
        Reservation bobs = reserved(scene.bob, Duration.between(scene.clock.instant(), later), HOUR, SIGNING);
        restart();
        scene.clock.advance(Duration.ofDays(4));

        assertThat(service().add(scene.clock.instant())).isEqualTo(1);

        assertThat(service().add(scene.clock.instant())).isZero();
        assertThat(upcoming().stream().filter(it -> it.person().equals(scene.ann)))
                .extracting(Reservation::id)
                .doesNotHaveDuplicates()
                .as("three are over, of four more one is another's")
                .hasSize(stored);
        assertThat(scene.unheard(scene.ann))
                .containsExactly(new Notice.ReservationMissed(
                        bobs.environments(), upcoming().getFirst().series(), bobs.starts(), bobs.ends(), "bob"));
    }

    @Test
    void oneWindowOrTheWholeSeriesIsCalledOffByWhoseItIs() {
        Schedule daily = new Schedule(
                BERLIN, LocalDateTime.parse("2026-11-24T10:00"), HOUR, Optional.of(DAILY), Optional.empty());
        List<Reservation> windows = ((ReserveResult.Reserved) reserve(scene.ann, daily, SIGNING)).reservations();
        Reservation second = windows.get(1);
        assertThat(cancel(second.id(), scene.bob)).isInstanceOf(UnreserveResult.Anothers.class);
        assertThat(cancel(second.id(), scene.ann))
                .isEqualTo(new UnreserveResult.Cancelled(List.of(cancelled(second)), false));
        assertThat(cancel(second.id(), scene.ann)).isInstanceOf(UnreserveResult.NoSuch.class);
        assertThat(upcoming()).hasSize(windows.size() - 1);
        reserved(scene.bob, Duration.between(scene.clock.instant(), second.starts()), HOUR, SIGNING);

        assertThat(cancel(second.series(), scene.ann))
                .isInstanceOfSatisfying(
                        UnreserveResult.Cancelled.class,
                        off -> assertThat(off.reservations()).hasSize(windows.size() - 1));

        scene.clock.advance(Duration.ofDays(7));
        assertThat(service().add(scene.clock.instant())).isZero();
    }

    @Test
    void nobodyHasMoreThanTwentyAndASeriesIsOne() {
        Schedule daily = new Schedule(
                BERLIN, LocalDateTime.parse("2026-11-24T08:00"), HOUR, Optional.of(DAILY), Optional.empty());
        reserve(scene.ann, daily, SIGNING);
        for (int i = 1; i < ReservationService.MOST; i++) {
            reserved(scene.ann, HOUR.multipliedBy(i), HOUR.dividedBy(2), TREE);
        }

        assertThat(reserve(scene.ann, once(Duration.ofDays(2), HOUR), TREE))
                .isEqualTo(new ReserveResult.TooMany(ReservationService.MOST));
        reserved(scene.bob, Duration.ofDays(2), HOUR, TREE);
    }

    @Test
    void anotherNameAndAJoinedPersonCarryIt() {
        Environment renamed = Scene.exclusive("dev-sign");
        catalog = new Catalog(List.of(renamed), Map.of());
        Reservation bobs = reserved(scene.bob, HOUR, HOUR, SIGNING);
        scene.transactor.write(tx -> tx.leases().rename(SIGNING.id(), renamed.id()));
        String code = scene.directory.newCode(scene.bob.id(), Optional.empty(), scene.clock.instant());
        scene.directory.join(code, scene.ann.id(), Optional.empty(), scene.clock.instant());
        assertThat(upcoming().getFirst().environments()).containsExactly(renamed.id());
        scene.clock.advance(HOUR);
        look();

        assertThat(scene.claim(scene.cem, renamed)).isInstanceOf(ClaimResult.Held.class);
        PersonRef whole = upcoming().getFirst().person();
        ClaimResult confirmed = usual(whole, renamed);
        assertThat(Scene.granted(confirmed).until()).isEqualTo(bobs.ends());
    }

    @Test
    void whatCannotBeHeldAnyMoreIsCalledOffWhenItWouldBegin() {
        Reservation mine = reserved(scene.ann, HOUR, HOUR, SIGNING);
        scene.clock.advance(HOUR.minus(MINUTE));
        usual(scene.ann);
        catalog = new Catalog(List.of(TREE), Map.of());
        scene.clock.advance(MINUTE);

        assertThat(look()).isEqualTo(1);

        assertThat(held()).isEmpty();
        assertThat(upcoming()).isEmpty();
        assertThat(scene.unheard(scene.ann)).contains(new Notice.ReservationEnded(mine.environments(), mine.series()));
    }

    @Test
    void whoCouldNotConfirmInAnOutageMayAfterIt() {
        Reservation anns = reserved(scene.ann, HOUR, HOUR.multipliedBy(3), SIGNING);
        Outages outages = new Outages(scene.transactor);
        scene.clock.advance(HOUR.minus(Reservation.BEFORE));
        outages.beat(scene.clock.instant());
        look();
        scene.clock.advance(HOUR);
        assertThat(outages.beat(scene.clock.instant())).isPresent();
        Instant by = scene.clock.instant().plus(Reservation.AFTER);
        assertThat(scene.claim(scene.bob, SIGNING)).isInstanceOf(ClaimResult.Held.class);

        assertThat(look()).as("asked once more").isEqualTo(1);

        assertThat(scene.unheard(scene.ann))
                .last()
                .isEqualTo(new Notice.ReservationNear(anns.environments(), anns.id(), anns.starts(), anns.ends(), by));
        assertThat(look()).isZero();
        quarterOfAnHour(outages);
        scene.clock.advance(Duration.ofMillis(-1));
        assertThat(Scene.granted(usual(scene.ann)).until()).isEqualTo(anns.ends());
    }

    @Test
    void anOutageGivesNoMoreThanAQuarterOfAnHourAndNothingThatIsOver() {
        reserved(scene.ann, HOUR, HOUR, SIGNING);
        reserved(scene.bob, HOUR, HOUR.multipliedBy(5), TREE);
        Outages outages = new Outages(scene.transactor);
        outages.beat(scene.clock.instant());
        scene.clock.advance(HOUR.multipliedBy(3));
        outages.beat(scene.clock.instant());
        assertThat(scene.granted(scene.cem, SIGNING).holder()).isEqualTo(scene.cem);
        assertThat(scene.claim(scene.cem, TREE)).isInstanceOf(ClaimResult.Held.class);
        quarterOfAnHour(outages);

        assertThat(scene.granted(scene.cem, TREE).holder()).isEqualTo(scene.cem);
    }

    @Test
    void ofAReservationAndAClaimAtOnceOneIsWhole() {
        for (int round = 0; round < Scale.of(10, 300); round++) {
            List<Boolean> won = Crowd.together(
                    8,
                    i -> () -> i % 2 == 0
                            ? reserve(scene.ann, once(HOUR, HOUR), BOTH) instanceof ReserveResult.Reserved
                            : scene.claim(scene.bob, Duration.ofDays(1), i % 4 == 1 ? SIGNING : TREE)
                                    instanceof ClaimResult.Granted);

            Instant starts = scene.clock.instant().plus(HOUR);
            boolean reserved = !upcoming().isEmpty();
            assertThat(won).contains(true);
            // A claim behind it ends before it; one ahead of it leaves nothing to reserve.
            assertThat(held()).allMatch(lease -> lease.until().isAfter(starts) != reserved);
            upcoming().forEach(it -> cancel(it.id(), scene.ann));
            scene.service.releaseAll(Optional.empty(), scene.asker(scene.bob));
        }
    }

    @Test
    void ofManyWhoReserveAtOnceOneDoes() {
        for (int round = 0; round < Scale.of(10, 300); round++) {
            List<PersonRef> persons = List.of(scene.ann, scene.bob, scene.cem);
            List<ReserveResult> results = Crowd.together(
                    9, i -> () -> reserve(persons.get(i % 3), once(HOUR, HOUR), i % 2 == 0 ? BOTH : SIGNING));

            assertThat(results)
                    .filteredOn(ReserveResult.Reserved.class::isInstance)
                    .hasSize(1);
            assertThat(upcoming()).hasSize(1);
            cancel(upcoming().getFirst().id(), upcoming().getFirst().person());
        }
    }

    @Test
    void whoConfirmsInTheLastMomentHasItOrItLapsedNeverBoth() {
        int lapsed = 0;
        for (int round = 1; round <= Scale.of(10, 300); round++) {
            reserved(scene.ann, HOUR, HOUR, SIGNING);
            scene.clock.advance(HOUR);
            Instant end = scene.clock.instant().plus(Reservation.AFTER);
            // Clocks of several processes differ: one is past the last moment already.
            List<Boolean> done = Crowd.together(6, i -> () -> switch (i % 3) {
                case 0 -> usual(scene.ann) instanceof ClaimResult.Granted;
                case 1 -> service().look(end) > 1;
                default -> scene.claim(scene.bob, SIGNING) instanceof ClaimResult.Granted;
            });

            assertThat(done).contains(true);
            assertThat(held()).hasSize(1);
            assertThat(upcoming()).isEmpty();
            int now = (int) scene.happened().stream()
                    .filter(What.RESERVATION_LAPSED::equals)
                    .count();
            assertThat(now - lapsed).isLessThanOrEqualTo(1);
            if (now == lapsed) {
                assertThat(held().getFirst().holder()).isEqualTo(scene.ann);
            }
            lapsed = now;
            scene.release(held().getFirst().holder(), SIGNING);
        }
    }
}
