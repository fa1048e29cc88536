package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.LeaseStoreContract.UMBRELLA;
import static dibs.backend.store.Scene.HOUR;
import static dibs.backend.store.Scene.exclusive;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.ExtendResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.Reservation;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the rules rely on: ends, late comers, offers, reservations, other names. */
abstract class LeaseRowsContract extends StoreKit {
    private static final List<UnitName> UNITS = SIGNING.units();

    LeaseRowsContract(TestStore store) {
        super(store);
    }

    @Test
    void whatIsOverwrittenPastItsEndIsEndedOnce() {
        Lease late = scene.granted(scene.ann, SIGNING);
        scene.clock.advance(HOUR.plusMinutes(1));

        scene.granted(scene.bob, SIGNING);

        assertThat(scene.service.sweep(scene.clock.instant())).isZero();
        assertThat(scene.find(late).state()).isEqualTo(Lease.State.EXPIRED);
        assertThat(scene.happened()).containsExactly(What.CLAIMED, What.EXPIRED, What.CLAIMED);
        assertThat(scene.unheard(scene.ann)).containsExactly(new Notice.LeaseExpired(SIGNING.id(), late.until()));
    }

    @Test
    void whatIsSweptIsEndedOnceAndTold() {
        Lease late = scene.granted(scene.ann, SIGNING);
        scene.granted(scene.bob, TREE);
        scene.service.extend(TREE, new EndWish.For(HOUR), scene.asker(scene.bob));
        scene.clock.advance(HOUR);

        assertThat(scene.service.sweep(scene.clock.instant())).isEqualTo(1);
        assertThat(scene.service.sweep(scene.clock.instant())).isZero();
        assertThat(scene.unheard(scene.ann)).containsExactly(new Notice.LeaseExpired(SIGNING.id(), late.until()));
    }

    @Test
    void whatEndsInASpanIsFoundOldestEndFirst() {
        Lease later = scene.granted(scene.ann, SIGNING);
        Lease sooner = Scene.granted(scene.claim(scene.bob, Duration.ofMinutes(30), TREE));
        Instant begin = scene.clock.instant();

        assertThat(endingIn(begin, later.until())).containsExactly(sooner, later);
        assertThat(endingIn(sooner.until(), later.until())).containsExactly(later);
        assertThat(endingIn(begin, later.until().minusMillis(1))).containsExactly(sooner);
        scene.release(scene.bob, TREE);
        assertThat(endingIn(begin, later.until())).containsExactly(later);
    }

    private List<Lease> endingIn(Instant after, Instant upTo) {
        return scene.read(tx -> tx.leases().endingIn(after, upTo));
    }

    @Test
    void aRefusedClaimEndsOnlyWhatIsOverAnyway() {
        Lease late = scene.granted(scene.ann, SIGNING);
        scene.service.claim(
                ClaimRequest.of(List.of(TREE), new EndWish.For(HOUR.multipliedBy(3)), List.of(), Optional.empty()),
                scene.asker(scene.cem));
        scene.clock.advance(HOUR);

        assertThat(scene.claim(scene.bob, SIGNING, TREE)).isInstanceOf(ClaimResult.Held.class);

        assertThat(scene.find(late)).isEqualTo(late.withState(Lease.State.EXPIRED));
        assertThat(scene.unheard(scene.ann)).containsExactly(new Notice.LeaseExpired(SIGNING.id(), late.until()));
    }

    @Test
    void aLateCleanUpFreesNothingOfTheNextHolder() {
        Lease late = scene.granted(scene.ann, SIGNING);
        scene.clock.advance(HOUR);
        Lease next = scene.granted(scene.bob, SIGNING);

        assertThat(end(late)).isFalse();
        assertThat(extend(late)).isFalse();

        assertThat(scene.find(next)).isEqualTo(next);
        assertThat(scene.claim(scene.cem, SIGNING)).isInstanceOf(ClaimResult.Held.class);
    }

    @Test
    void anotherTokenEndsAndExtendsNothing() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        Lease wrong = new Lease(
                lease.id(),
                lease.environment(),
                lease.units(),
                lease.holder(),
                lease.helpers(),
                lease.token().next(),
                lease.since(),
                lease.until(),
                lease.purpose(),
                lease.bundle(),
                lease.seen(),
                lease.state());

        assertThat(end(wrong)).isFalse();
        assertThat(extend(wrong)).isFalse();
        assertThat(scene.find(lease)).isEqualTo(lease);
    }

    @Test
    void pastItsEndNothingIsExtended() {
        Lease late = scene.granted(scene.ann, SIGNING);
        scene.clock.advance(HOUR);

        assertThat(extend(late)).isFalse();
        assertThat(scene.service.extend(SIGNING, new EndWish.For(HOUR), scene.asker(scene.ann)))
                .isEqualTo(new ExtendResult.NotHeld(SIGNING.id()));
    }

    @Test
    void whatIsReleasedIsFreeForAClockThatIsALittleBehind() {
        scene.granted(scene.ann, SIGNING);
        scene.clock.advance(Duration.ofMinutes(1));
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(Duration.ofMillis(-1));

        assertThat(scene.granted(scene.bob, SIGNING).token().value()).isEqualTo(2);
    }

    @Test
    void anOfferIsForItsPersonOnly() {
        Instant until = scene.clock.instant().plus(HOUR);
        assertThat(offer(scene.bob, until)).isTrue();

        assertThat(scene.claim(scene.ann, SIGNING))
                .isEqualTo(new ClaimResult.Held(
                        List.of(blocker(scene.bob, Blocker.State.OFFERED, scene.clock.instant(), until))));
        assertThat(scene.claim(scene.ann, UMBRELLA)).isInstanceOf(ClaimResult.Held.class);
        assertThat(scene.granted(scene.bob, SIGNING).holder()).isEqualTo(scene.bob);
    }

    @Test
    void anOfferPastItsEndIsForAnybody() {
        offer(scene.bob, scene.clock.instant().plus(HOUR));
        scene.clock.advance(HOUR);

        assertThat(scene.granted(scene.ann, SIGNING).holder()).isEqualTo(scene.ann);
    }

    @Test
    void whatIsHeldIsNotOffered() {
        scene.granted(scene.ann, SIGNING);

        assertThat(offer(scene.bob, scene.clock.instant().plus(HOUR))).isFalse();
    }

    @Test
    void aReservationStopsOthersAndNotItsOwner() {
        Instant from = scene.clock.instant().plus(Reservation.SHORTEST).minusMillis(1);
        reserve(scene.bob, from, from.plus(HOUR));

        assertThat(scene.claim(scene.ann, SIGNING))
                .isEqualTo(new ClaimResult.Held(
                        List.of(blocker(scene.bob, Blocker.State.RESERVED, from, from.plus(HOUR)))));
        assertThat(scene.claim(scene.bob, HOUR.plusMillis(1), SIGNING)).isInstanceOf(ClaimResult.Granted.class);
    }

    @Test
    void beforeAReservationThereIsTime() {
        Instant from = scene.clock.instant().plus(HOUR);
        reserve(scene.bob, from, from.plus(HOUR));

        Lease lease = scene.granted(scene.ann, SIGNING);

        assertThat(lease.until()).isEqualTo(from);
        assertThat(scene.service.extend(SIGNING, new EndWish.For(HOUR), scene.asker(scene.ann)))
                .isEqualTo(new ExtendResult.Reserved(
                        lease, Optional.of(blocker(scene.bob, Blocker.State.RESERVED, from, from.plus(HOUR)))));
    }

    @Test
    void anotherNameCarriesTheLeaseTheTokenAndTheHistory() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        Environment renamed = exclusive("dev-sign");

        assertThat(rename(SIGNING, renamed)).isTrue();
        assertThat(rename(SIGNING, renamed)).isFalse();

        Lease found = scene.find(lease);
        assertThat(found.environment()).isEqualTo(renamed.id());
        assertThat(found.units()).isEqualTo(renamed.units());
        assertThat(scene.claim(scene.bob, renamed)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(found))));
        assertThat(scene.history()).extracting(HistoryEvent::environment).containsOnly(Optional.of(renamed.id()));
        scene.release(scene.ann, renamed);
        assertThat(scene.granted(scene.bob, renamed).token().value()).isEqualTo(2);
    }

    @Test
    void aNameThatIsThereAlreadyTakesOverWhatTheOldOneHas() {
        Environment renamed = exclusive("dev-sign");
        for (int i = 0; i < 3; i++) {
            scene.granted(scene.bob, renamed);
            scene.release(scene.bob, renamed);
        }
        Lease lease = scene.granted(scene.ann, SIGNING);

        assertThat(rename(SIGNING, renamed)).isTrue();

        assertThat(scene.find(lease).units()).isEqualTo(renamed.units());
        assertThat(scene.token("dev-sign")).isEqualTo(3);
        assertThat(end(lease)).isTrue();
        assertThat(scene.granted(scene.bob, renamed).token().value()).isEqualTo(4);
    }

    @Test
    void aNameThatIsHeldStaysHeldWhenAFreeOneIsRenamedToIt() {
        Environment renamed = exclusive("dev-sign");
        scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        Lease lease = scene.granted(scene.bob, renamed);

        assertThat(rename(SIGNING, renamed)).isTrue();

        assertThat(scene.find(lease)).isEqualTo(lease);
        assertThat(scene.claim(scene.ann, renamed)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(lease))));
        assertThat(scene.token("dev-sign")).isEqualTo(2);
    }

    @Test
    void twoNamesThatAreBothHeldStayTwo() {
        Environment renamed = exclusive("dev-sign");
        Lease anns = scene.granted(scene.ann, SIGNING);
        Lease bobs = scene.granted(scene.bob, renamed);

        assertThat(rename(SIGNING, renamed)).isFalse();

        assertThat(scene.service.held(scene.clock.instant())).containsExactly(bobs, anns);
    }

    private boolean end(Lease lease) {
        return scene.transactor.write(
                tx -> tx.leases().end(lease.id(), lease.token(), Lease.State.RELEASED, scene.clock.instant()));
    }

    private boolean extend(Lease lease) {
        return scene.transactor.write(tx -> tx.leases()
                .extend(lease.id(), lease.token(), scene.clock.instant().plus(HOUR), scene.clock.instant()));
    }

    private boolean rename(Environment from, Environment to) {
        return scene.transactor.write(tx -> tx.leases().rename(from.id(), to.id()));
    }

    private boolean offer(PersonRef to, Instant until) {
        return scene.transactor.write(tx -> {
            tx.leases().lock(UNITS);
            return tx.windows().offer(UNITS, to.id(), scene.clock.instant(), until);
        });
    }

    private void reserve(PersonRef person, Instant from, Instant to) {
        scene.reserved(person, SIGNING, from, to);
    }

    private static Blocker blocker(PersonRef by, Blocker.State state, Instant from, Instant until) {
        return new Blocker(SIGNING.id(), UNITS, by, state, from, until, Optional.empty());
    }
}
