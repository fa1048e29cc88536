package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.notice.Delivered;
import dibs.backend.notice.Deliveries;
import dibs.backend.notice.Edits;
import dibs.backend.notice.Messenger;
import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from what a platform answers: said, tried again and when, or given up. */
abstract class PlatformAnswersContract extends DeliveryKit {
    PlatformAnswersContract(TestStore store) {
        super(store);
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
        scene.clock.advance(Duration.ofMinutes(10));
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

    @ParameterizedTest
    @ValueSource(strings = {"PT7S", "PT5M"})
    void whatIsSaidIsTriedAgainWhenThePlatformAskedForIt(Duration asked) {
        join(scene.ann, "slack");
        put(scene.ann, 1);
        FakeMessenger slack = new FakeMessenger("slack", (to, parcel) -> later(asked));

        assertThat(triedAgainAfter(asked, deliveries(slack)::run, slack.parcels))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT7S", "PT5M"})
    void whatIsChangedIsTriedAgainWhenThePlatformAskedForIt(Duration asked) {
        FakeMessenger slack = saidAndRevised((to, parcel) -> later(asked));

        assertThat(triedAgainAfter(asked, edits(slack)::run, slack.edits)).isTrue();
    }

    @Test
    void whatIsChangedIsTriedAgainAfterTwoMinutesWhereThePlatformSaysNothing() {
        FakeMessenger slack = saidAndRevised((to, parcel) -> {
            throw new IllegalStateException("the line was cut");
        });

        assertThat(triedAgainAfter(Duration.ofMinutes(2), edits(slack)::run, slack.edits))
                .isTrue();
    }

    @Test
    void aChangeIsLeftAloneForAnHourAtMost() {
        FakeMessenger slack = saidAndRevised((to, parcel) -> later(Duration.ofDays(9)));

        assertThat(triedAgainAfter(Duration.ofHours(1), edits(slack)::run, slack.edits))
                .isTrue();
    }

    @Test
    void whatCannotBeChangedStaysAsItIs() {
        FakeMessenger slack = saidAndRevised((to, parcel) -> new Delivered.Refused("cant_update_message"));

        edits(slack).run();
        scene.clock.advance(Duration.ofDays(1));
        edits(slack).run();

        assertThat(slack.edits).hasSize(1);
    }

    private static Delivered later(Duration asked) {
        return new Delivered.Later(Optional.of(asked), "limited");
    }

    /** Whether it is tried at once, then not again until just that much later. */
    private boolean triedAgainAfter(Duration pause, Runnable run, List<Parcel> tries) {
        run.run();
        scene.clock.advance(pause.minusMillis(1));
        run.run();
        boolean once = tries.size() == 1;
        scene.clock.advance(Duration.ofMillis(1));
        run.run();
        return once && tries.size() == 2;
    }

    /** A platform that said a notice to ann, which says something else by now. */
    private FakeMessenger saidAndRevised(BiFunction<Recipient, Parcel, Delivered> edited) {
        join(scene.ann, "slack");
        put(scene.ann, 1);
        FakeMessenger slack = new FakeMessenger("slack", (to, parcel) -> new Delivered.Accepted("m"), edited);
        deliveries(slack).run();
        String id = slack.parcels.getFirst().notices().getFirst().id();
        done(tx -> tx.outbox().revise(id, notice(2), scene.clock.instant()));
        return slack;
    }

    private Edits edits(Messenger messenger) {
        return new Edits(scene.transactor, () -> List.of(messenger), scene.clock, ZoneId.of("UTC"));
    }
}
