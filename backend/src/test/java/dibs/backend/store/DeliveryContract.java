package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.notice.Delivered;
import dibs.backend.notice.Deliveries;
import dibs.backend.notice.DeliveryRows.Attempt;
import dibs.backend.notice.Parcel;
import dibs.backend.person.AccountId;
import dibs.backend.person.PersonRef;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How notices get to persons on platforms that can speak unasked. */
abstract class DeliveryContract extends DeliveryKit {
    DeliveryContract(TestStore store) {
        super(store);
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
}
