package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.HandoverResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.TakeoverResult;
import dibs.backend.lease.Use;
import dibs.backend.lease.WaitResult;
import dibs.backend.notice.Notice;
import dibs.backend.person.Account;
import dibs.backend.person.AccountId;
import dibs.backend.person.Directory;
import dibs.backend.person.Person;
import dibs.backend.person.PersonRef;
import dibs.backend.person.WorkingHours;
import dibs.backend.transaction.MessageKey;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two accounts of one person, joined by a code: what was either's is the one's. */
abstract class JoinContract extends StoreKit {
    private static final Environment AUTOGRAPH = Scene.environment("autograph-stage", List.of());
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    JoinContract(TestStore store) {
        super(store);
    }

    @Test
    void aCodeJoinsOnce() {
        String code = code(scene.ann);

        Person joined = join("  " + code.toUpperCase(Locale.ROOT), scene.bob).orElseThrow();

        assertThat(joined.id()).isEqualTo(scene.ann.id());
        assertThat(joined.accounts())
                .extracting(Account::id)
                .containsExactly(AccountId.of("console", "ann"), AccountId.of("console", "bob"));
        assertThat(scene.<Optional<Person>>read(tx -> tx.people().find(AccountId.of("console", "bob"))))
                .contains(joined);
        assertThat(scene.<Optional<Person>>read(tx -> tx.people().find(scene.bob.id())))
                .isEmpty();
        assertThat(join(code, scene.cem)).isEmpty();
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        String code = code(scene.ann);
        scene.clock.advance(Directory.CODE_LASTS);
        assertThat(join(code, scene.bob)).isEmpty();
        String other = code(scene.ann);
        scene.clock.advance(Directory.CODE_LASTS.minusMillis(1));
        assertThat(join(other, scene.bob)).isPresent();
    }

    @Test
    void anEarlierAWrongAndOnesOwnCodeJoinNobody() {
        String earlier = code(scene.ann);
        String code = code(scene.ann);

        assertThat(join(earlier, scene.bob)).isEmpty();
        assertThat(join("nonsense", scene.bob)).isEmpty();
        assertThat(join(code, scene.ann)).isEmpty();
        assertThat(join(code, scene.bob)).isPresent();
    }

    @Test
    void ofManyWhoTypeItAtOnceOneIsJoined() {
        List<PersonRef> crowd = List.of(scene.bob, scene.cem, scene.meet("dan"), scene.meet("eve"));
        for (int round = 0; round < 10; round++) {
            PersonRef shown = scene.meet("shown" + round);
            String code = code(shown);
            List<PersonRef> typists = crowd.stream()
                    .map(person -> scene.meet(person.name() + shown.name()))
                    .toList();
            List<Optional<Person>> results = Crowd.together(typists.size(), i -> () -> join(code, typists.get(i)));
            assertThat(results).filteredOn(Optional::isPresent).hasSize(1);
        }
    }

    @Test
    void aRepeatedMessageJoinsOnceAndIsAnsweredAlike() {
        Optional<MessageKey> asks = Optional.of(new MessageKey("slack", "C1", "m1"));
        Optional<MessageKey> types = Optional.of(new MessageKey("matrix", "!r", "m2"));
        String code = scene.directory.newCode(scene.ann.id(), asks, scene.clock.instant());
        assertThat(scene.directory.newCode(scene.ann.id(), asks, scene.clock.instant()))
                .isEqualTo(code);

        Optional<Person> first = scene.directory.join(code, scene.bob.id(), types, scene.clock.instant());

        assertThat(first).isPresent();
        assertThat(scene.directory.join(code, scene.ann.id(), types, scene.clock.instant()))
                .isEqualTo(first);
    }

    @Test
    void leasesUsesPlacesNoticesAndHistoryFollow() {
        Lease bobs = scene.granted(scene.bob, SIGNING);
        Lease cems = Scene.granted(scene.service.claim(
                ClaimRequest.of(List.of(TREE), new EndWish.For(HOUR), List.of(scene.ann, scene.bob), Optional.empty()),
                scene.asker(scene.cem)));
        using(scene.bob, HOUR);
        scene.transfers.nudge(SIGNING, Optional.empty(), scene.asker(scene.cem));
        List<Notice> unheard = scene.unheard(scene.bob);
        assertThat(unheard).isNotEmpty();

        joinAnnAndBob();

        assertThat(scene.find(bobs).holder()).isEqualTo(scene.ann);
        assertThat(scene.find(cems).helpers()).containsExactly(scene.ann);
        assertThat(scene.claim(scene.ann, SIGNING)).isInstanceOf(ClaimResult.AlreadyYours.class);
        assertThat(scene.uses.by(scene.ann.id(), scene.clock.instant())).hasSize(1);
        assertThat(scene.unheard(scene.ann)).containsAll(unheard);
        assertThat(scene.history())
                .filteredOn(event -> event.lease().equals(Optional.of(bobs.id().value())))
                .last()
                .satisfies(event -> assertThat(event.actor()).contains(scene.ann));
        scene.clock.advance(HOUR);
        assertThat(scene.granted(scene.ann, SIGNING).token().value()).isEqualTo(2);
    }

    @Test
    void ofTwoPlacesTheEarlierStaysAndOfTwoUsesTheLonger() {
        scene.granted(scene.cem, SIGNING);
        PersonRef dan = scene.meet("dan");
        for (PersonRef person : List.of(scene.bob, dan, scene.ann)) {
            assertThat(scene.waits.await(SIGNING, scene.asker(person))).isInstanceOf(WaitResult.InLine.class);
        }
        using(scene.ann, HOUR);
        scene.clock.advance(Duration.ofMinutes(1));
        Use longer = using(scene.bob, HOUR.multipliedBy(2));

        joinAnnAndBob();

        assertThat(scene.waits.line(SIGNING)).containsExactly(scene.ann, dan);
        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant()))
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.id()).isEqualTo(longer.id());
                    assertThat(use.person()).isEqualTo(scene.ann);
                });
    }

    @Test
    void whatWasOpenBetweenTheTwoIsOff() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        Lease tree = Scene.granted(scene.service.claim(
                ClaimRequest.of(List.of(TREE), new EndWish.For(HOUR), List.of(scene.ann), Optional.empty()),
                scene.asker(scene.bob)));
        assertThat(scene.transfers.handover(SIGNING, scene.bob, new EndWish.Usual(), scene.asker(scene.ann)))
                .isInstanceOf(HandoverResult.Offered.class);
        assertThat(scene.transfers.takeover(SIGNING, "why", false, false, scene.asker(scene.bob)))
                .isInstanceOf(TakeoverResult.Asked.class);

        joinAnnAndBob();

        assertThat(scene.<Boolean>read(tx -> tx.pending().handover(lease.id()).isEmpty()
                        && tx.pending()
                                .takeover(lease.id(), scene.clock.instant())
                                .isEmpty()))
                .isTrue();
        assertThat(scene.find(tree).helpers()).isEmpty();
        assertThat(scene.claim(scene.ann, SIGNING, TREE)).isInstanceOf(ClaimResult.AlreadyYours.class);
    }

    @Test
    void whatIsOpenWithOthersFollows() {
        Lease lease = scene.granted(scene.cem, SIGNING);
        scene.transfers.handover(SIGNING, scene.bob, new EndWish.Usual(), scene.asker(scene.cem));

        joinAnnAndBob();

        Lease passed = scene.granted(scene.ann, SIGNING);
        assertThat(passed.holder()).isEqualTo(scene.ann);
        assertThat(scene.find(lease).state()).isEqualTo(Lease.State.HANDED_OVER);
    }

    @Test
    void ownSettingsStayAndMissingOnesAreTakenOver() {
        scene.directory.set(scene.ann.id(), Optional.of(TOKYO), Optional.empty(), Optional.of(Duration.ofMinutes(5)));
        scene.directory.set(
                scene.bob.id(),
                Optional.of(ZoneId.of("Europe/Berlin")),
                Optional.of(WorkingHours.USUAL),
                Optional.empty());

        joinAnnAndBob();

        Person ann = scene.<Optional<Person>>read(tx -> tx.people().find(scene.ann.id()))
                .orElseThrow();
        assertThat(ann.zone()).contains(TOKYO);
        assertThat(ann.hours()).contains(WorkingHours.USUAL);
        assertThat(ann.remind()).contains(Duration.ofMinutes(5));
    }

    @Test
    void reservationsAndOffersOfTheOtherAreTheOnes() {
        scene.transactor.write(tx -> {
            tx.leases().lock(SIGNING.units());
            tx.windows()
                    .offer(
                            SIGNING.units(),
                            scene.bob.id(),
                            scene.clock.instant(),
                            scene.clock.instant().plus(HOUR));
            return true;
        });
        scene.reserved(scene.bob, TREE);
        assertThat(scene.claim(scene.ann, SIGNING)).isInstanceOf(ClaimResult.Held.class);

        joinAnnAndBob();

        assertThat(scene.claim(scene.ann, SIGNING, TREE)).isInstanceOf(ClaimResult.Granted.class);
    }

    private String code(PersonRef person) {
        return scene.directory.newCode(person.id(), Optional.empty(), scene.clock.instant());
    }

    private Optional<Person> join(String code, PersonRef typist) {
        return scene.directory.join(code, typist.id(), Optional.empty(), scene.clock.instant());
    }

    private void joinAnnAndBob() {
        assertThat(join(code(scene.ann), scene.bob)).isPresent();
    }

    private Use using(PersonRef person, Duration length) {
        scene.uses.record(List.of(AUTOGRAPH), new EndWish.For(length), Optional.empty(), scene.asker(person));
        return scene.uses.by(person.id(), scene.clock.instant()).getFirst();
    }
}
