package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.notice.Delivered;
import dibs.backend.notice.Deliveries;
import dibs.backend.notice.DeliveryRows.Attempt;
import dibs.backend.notice.DeliveryRows.DeadLetter;
import dibs.backend.notice.Messenger;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Parcel;
import dibs.backend.person.Account;
import dibs.backend.person.AccountId;
import dibs.backend.person.PersonRef;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How notices get to persons on platforms that can speak unasked. */
abstract class DeliveryContract extends StoreKit {
    private static final Duration AN_ATTEMPT = Duration.ofMinutes(2);
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    DeliveryContract(TestStore store) {
        super(store);
    }

    @Test
    void onlyWhoHasSuchAnAccountIsDue() {
        join(scene.ann, "slack");
        put(scene.ann, 1);
        put(scene.bob, 2);

        assertThat(due("slack")).containsExactly(scene.ann);
        assertThat(due("matrix")).isEmpty();
        assertThat(due("matrix", "slack")).containsExactly(scene.ann);
    }

    @Test
    void aPlatformWhoseNameBeginsAlikeIsAnother() {
        join(scene.ann, "slacker");
        put(scene.ann, 1);

        assertThat(due("slack")).isEmpty();
    }

    @Test
    void nobodyElseHasAParcelAndWhatIsBehindItWaits() {
        put(scene.ann, 1);
        scene.clock.advance(Duration.ofMillis(1));
        put(scene.ann, 2);

        Attempt first = take(scene.ann).orElseThrow();

        assertThat(FakeMessenger.numbers(first.parcel())).containsExactly(1);
        assertThat(take(scene.ann)).isEmpty();
        assertThat(scene.unheard(scene.ann)).containsExactly(notice(2));

        scene.clock.advance(AN_ATTEMPT);
        assertThat(take(scene.ann).map(Attempt::parcel)).contains(first.parcel());
    }

    @Test
    void aParcelStaysAsItWasWhateverComesAtTheSameMoment() {
        put(scene.ann, 1);
        Attempt first = take(scene.ann).orElseThrow();
        put(scene.ann, 2);
        scene.clock.advance(AN_ATTEMPT);

        Attempt again = take(scene.ann).orElseThrow();

        assertThat(again.parcel()).isEqualTo(first.parcel());
        assertThat(again.before()).isEqualTo(1);
    }

    @Test
    void whoLostAParcelChangesNothingOfIt() {
        put(scene.ann, 1);
        Attempt slow = take(scene.ann).orElseThrow();
        scene.clock.advance(AN_ATTEMPT);
        Attempt next = take(scene.ann).orElseThrow();

        done(tx -> tx.deliveries().dead(slow, scene.clock.instant(), "too late"));

        assertThat(this.<Boolean>write(tx -> tx.deliveries().through(slow, account(scene.ann, "slack"))))
                .isFalse();
        assertThat(this.<Boolean>write(tx -> tx.deliveries().through(next, account(scene.ann, "slack"))))
                .isTrue();
        assertThat(dead()).isEmpty();
    }

    @Test
    void whatWasAcceptedIsOverEvenWhenSomebodyElseHasItByNow() {
        put(scene.ann, 1);
        Attempt slow = take(scene.ann).orElseThrow();
        scene.clock.advance(AN_ATTEMPT);
        assertThat(take(scene.ann)).isPresent();

        done(tx -> tx.deliveries().accepted(slow, "m1", scene.clock.instant()));

        scene.clock.advance(AN_ATTEMPT);
        assertThat(take(scene.ann)).isEmpty();
        assertThat(scene.unheard(scene.ann)).isEmpty();
    }

    @Test
    void retryAfterIsHonouredUpToAnHour() {
        join(scene.ann, "slack");
        put(scene.ann, 1);
        FakeMessenger slack = new FakeMessenger(
                "slack", (to, parcel) -> new Delivered.Later(Optional.of(Duration.ofDays(9)), "limited"));
        Deliveries deliveries = deliveries(slack);

        deliveries.run();
        scene.clock.advance(Duration.ofMinutes(59));
        deliveries.run();
        assertThat(slack.parcels).hasSize(1);

        scene.clock.advance(Duration.ofMinutes(1));
        deliveries.run();
        assertThat(slack.parcels).hasSize(2).allMatch(slack.parcels.getFirst()::equals);
    }

    @Test
    void whatFailsIsTriedMoreAndMoreSeldomAndNeverGivenUp() {
        join(scene.ann, "slack");
        put(scene.ann, 1);
        FakeMessenger slack = new FakeMessenger("slack", (to, parcel) -> {
            throw new IllegalStateException("the line was cut");
        });
        Deliveries deliveries = deliveries(slack);

        for (int second = 0; second < 3600; second++) {
            deliveries.run();
            scene.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(slack.parcels).hasSizeBetween(10, 25);
        assertThat(dead()).isEmpty();
    }

    @Test
    void thePlatformSpokenOnLastGoesFirstAndTheOtherWhereItRefuses() {
        join(scene.ann, "matrix");
        join(scene.ann, "slack");
        FakeMessenger slack = new FakeMessenger("slack", (to, parcel) -> new Delivered.Accepted("m"));
        FakeMessenger matrix = new FakeMessenger("matrix", (to, parcel) -> new Delivered.Refused("M_FORBIDDEN"));
        Deliveries deliveries = deliveries(slack, matrix);

        speak(scene.ann, "matrix");
        put(scene.ann, 1);
        deliveries.run();
        speak(scene.ann, "slack");
        put(scene.ann, 2);
        deliveries.run();

        assertThat(matrix.parcels).hasSize(1);
        assertThat(slack.parcels).hasSize(2);
        assertThat(scene.unheard(scene.ann)).isEmpty();
    }

    @Test
    void anAttemptOfUnknownOutcomeStaysWithItsPlatform() {
        join(scene.ann, "matrix");
        join(scene.ann, "slack");
        FakeMessenger slack =
                new FakeMessenger("slack", (to, parcel) -> new Delivered.Later(Optional.empty(), "no answer"));
        FakeMessenger matrix = new FakeMessenger("matrix", (to, parcel) -> new Delivered.Accepted("m"));
        Deliveries deliveries = deliveries(slack, matrix);
        speak(scene.ann, "slack");
        put(scene.ann, 1);
        deliveries.run();

        speak(scene.ann, "matrix");
        scene.clock.advance(A_WHILE);
        deliveries.run();

        assertThat(slack.parcels).hasSize(2);
        assertThat(matrix.parcels).isEmpty();
    }

    @Test
    void whatIsRefusedTooOftenIsKeptWithItsFaultAndHoldsUpNothing() {
        join(scene.ann, "slack");
        put(scene.ann, 1);
        FakeMessenger slack = new FakeMessenger("slack", (to, parcel) -> new Delivered.Refused("user_not_found"));
        Deliveries deliveries = deliveries(slack);
        for (int i = 0; i < Deliveries.REFUSALS; i++) {
            deliveries.run();
            scene.clock.advance(Duration.ofHours(1));
        }
        restart();

        assertThat(dead()).singleElement().satisfies(letter -> {
            assertThat(letter.pending().notice()).isEqualTo(notice(1));
            assertThat(letter.fault()).isEqualTo("slack:T1:ann: user_not_found");
        });
        assertThat(slack.parcels).hasSize(Deliveries.REFUSALS);
        put(scene.ann, 2);
        assertThat(take(scene.ann).map(attempt -> FakeMessenger.numbers(attempt.parcel())))
                .contains(List.of(2));
        assertThat(scene.unheard(scene.ann)).containsExactly(notice(1));
    }

    @Test
    void whoIsReachedNowhereNowIsLeftAloneForAMinute() {
        join(scene.ann, "slack");
        put(scene.ann, 1);
        FakeMessenger elsewhere = new FakeMessenger("slack", (to, parcel) -> new Delivered.Accepted("m")) {
            @Override
            public boolean reaches(AccountId account) {
                return false;
            }
        };

        deliveries(elsewhere).run();

        assertThat(due("slack")).isEmpty();
        scene.clock.advance(Duration.ofMinutes(1));
        assertThat(due("slack")).containsExactly(scene.ann);
        assertThat(take(scene.ann).map(Attempt::before)).contains(0);
    }

    @Test
    void aSlowPlatformIsLeftAfterAWhileForWhatElseIsDue() {
        for (int i = 0; i < 20; i++) {
            PersonRef person = scene.meet("person" + i);
            join(person, "slack");
            put(person, i);
        }
        FakeMessenger slack = new FakeMessenger("slack", (to, parcel) -> {
            scene.clock.advance(Duration.ofSeconds(10));
            return new Delivered.Later(Optional.empty(), "no answer");
        });
        Deliveries deliveries = deliveries(slack);

        deliveries.run();
        assertThat(slack.parcels).hasSize(2);
        deliveries.run();
        assertThat(slack.parcels.stream().map(Parcel::to)).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void whoIsToldSlowlyHoldsUpNobodyElse() {
        CountDownLatch others = new CountDownLatch(7);
        for (int i = 0; i < 8; i++) {
            PersonRef person = scene.meet("person" + i);
            join(person, "slack");
            put(person, i);
            scene.clock.advance(Duration.ofMillis(1));
            put(person, 100 + i);
        }
        FakeMessenger slack = new FakeMessenger("slack", (to, parcel) -> {
            if (FakeMessenger.numbers(parcel).contains(0)) {
                assertThat(within(others)).as("the others are told meanwhile").isTrue();
            } else if (FakeMessenger.numbers(parcel).getFirst() > 100) {
                others.countDown();
            }
            return new Delivered.Accepted("m");
        });

        int accepted = new Deliveries(scene.transactor, () -> List.of(slack), scene.clock, ZoneId.of("UTC"), 2).run();

        assertThat(accepted).isEqualTo(16);
        assertThat(slack.parcels.stream().map(Parcel::id)).doesNotHaveDuplicates();
    }

    private static boolean within(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void whatAProcessHadTakenThatIsGoneIsTriedAtOnceByTheOnlyOther() {
        join(scene.ann, "slack");
        put(scene.ann, 1);
        Attempt before = take(scene.ann).orElseThrow();
        assertThat(this.<Boolean>write(tx -> tx.deliveries().through(before, account(scene.ann, "slack"))))
                .isTrue();
        List<Boolean> again = new ArrayList<>();
        FakeMessenger slack = new FakeMessenger("slack", (to, parcel) -> {
            again.add(to.again());
            return new Delivered.Accepted("m");
        });

        done(tx -> tx.deliveries().abandoned());
        deliveries(slack).run();
        put(scene.ann, 2);
        deliveries(slack).run();

        assertThat(slack.said(scene.ann)).containsExactly(1, 2);
        assertThat(again).containsExactly(true, false);
    }

    @Test
    void manyProcessesSayEachNoticeOnce() {
        int many = Scale.of(20, 400);
        join(scene.ann, "slack");
        join(scene.bob, "slack");
        for (int number = 0; number < many; number++) {
            put(number % 3 == 0 ? scene.bob : scene.ann, number);
            scene.clock.advance(Duration.ofMillis(1));
        }
        FakeMessenger slack = new FakeMessenger("slack", (to, parcel) -> new Delivered.Accepted("m"));

        Crowd.together(4, member -> () -> {
            Deliveries own = deliveries(slack);
            int said = 0;
            for (int round = 0; round < many; round++) {
                said += own.run();
            }
            return said;
        });

        List<String> ids = slack.parcels.stream().map(Parcel::id).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(many);
        assertThat(slack.said(scene.ann)).isSorted();
        assertThat(slack.said(scene.bob)).isSorted();
    }

    private Deliveries deliveries(Messenger... messengers) {
        return new Deliveries(scene.transactor, () -> List.of(messengers), scene.clock, ZoneId.of("UTC"), 1);
    }

    private void put(PersonRef to, int number) {
        scene.transactor.write(tx -> {
            tx.outbox().put(to.id(), notice(number), scene.clock.instant());
            return true;
        });
    }

    private static Notice notice(int number) {
        return new Notice.LeaseExpired(SIGNING.id(), Instant.ofEpochSecond(number));
    }

    private static AccountId account(PersonRef person, String platform) {
        return AccountId.of(platform, "T1:" + person.name());
    }

    /** Gives the person an account on that platform, too. */
    private void join(PersonRef person, String platform) {
        Account account = new Account(account(person, platform), person.name(), Optional.empty());
        String code = scene.directory.newCode(person.id(), Optional.empty(), scene.clock.instant());
        scene.directory.join(
                code,
                scene.directory.meet(account, scene.clock.instant()).id(),
                Optional.empty(),
                scene.clock.instant());
    }

    private void speak(PersonRef person, String platform) {
        scene.directory.meet(
                new Account(account(person, platform), person.name(), Optional.empty()), scene.clock.instant());
    }

    private List<PersonRef> due(String... platforms) {
        return scene.read(tx -> tx.deliveries().due(Set.of(platforms), scene.clock.instant(), 10).stream()
                .map(id -> tx.people().find(id).orElseThrow().ref())
                .toList());
    }

    private Optional<Attempt> take(PersonRef person) {
        Instant now = scene.clock.instant();
        return write(tx -> tx.deliveries().take(person.id(), now, now.plus(AN_ATTEMPT)));
    }

    private List<DeadLetter> dead() {
        return scene.read(tx -> tx.deliveries().dead(10));
    }

    private void done(Consumer<Session> work) {
        scene.transactor.write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    private <R> R write(Function<Session, R> work) {
        return scene.transactor.write(work);
    }
}
