package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.Scene.HOUR;
import static dibs.backend.store.Scene.exclusive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.ExtendResult;
import dibs.backend.lease.ReleaseResult;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A platform that delivers a message twice gets one effect and the same answer. */
abstract class RepeatedMessageContract extends StoreKit {
    private static final MessageKey MESSAGE = new MessageKey("slack", "C1", "1700000000.000100");

    RepeatedMessageContract(TestStore store) {
        super(store);
    }

    @Test
    void aRepeatGetsTheAnswerOfThatTime() {
        ClaimResult first = claim(scene.ann, SIGNING);
        scene.clock.advance(HOUR.multipliedBy(2));
        scene.granted(scene.bob, SIGNING);

        assertThat(claim(scene.ann, SIGNING)).isEqualTo(first).isInstanceOf(ClaimResult.Granted.class);
        assertThat(scene.happened()).containsExactly(What.CLAIMED, What.EXPIRED, What.HELPER_ADDED, What.CLAIMED);
    }

    @Test
    void aRefusalIsRepeatedToo() {
        scene.granted(scene.bob, SIGNING);
        ClaimResult first = claim(scene.ann, SIGNING);
        scene.release(scene.bob, SIGNING);

        assertThat(claim(scene.ann, SIGNING)).isEqualTo(first).isInstanceOf(ClaimResult.Held.class);
    }

    @Test
    void everyAnswerCanBeReadBack() {
        scene.granted(scene.ann, SIGNING);
        Environment nobodys = exclusive("dev-tree");
        for (int i = 0; i < 2; i++) {
            assertThat(extend("e1", HOUR)).isInstanceOf(ExtendResult.Extended.class);
            assertThat(extend("e2", Duration.ofDays(9))).isInstanceOf(ExtendResult.TooLong.class);
            assertThat(scene.service.release(List.of(nobodys), scene.asker(scene.ann, message("r1"))))
                    .isEqualTo(new ReleaseResult.NotHeld(nobodys.id()));
            assertThat(scene.service.releaseAll(Optional.empty(), scene.asker(scene.bob, message("r2"))))
                    .isEqualTo(new ReleaseResult.Nothing());
        }
        assertThat(scene.service.held(scene.clock.instant()))
                .singleElement()
                .satisfies(lease -> assertThat(lease.until())
                        .isEqualTo(scene.clock.instant().plus(HOUR.multipliedBy(2))));
    }

    @Test
    void theSameIdElsewhereIsAnotherMessage() {
        claim(scene.ann, SIGNING);

        assertThat(scene.service.claim(
                        ClaimRequest.of(List.of(SIGNING), new EndWish.For(HOUR), List.of(), Optional.empty()),
                        scene.asker(scene.bob, Optional.of(new MessageKey("slack", "C2", MESSAGE.messageId())))))
                .isInstanceOf(ClaimResult.Held.class);
    }

    @Test
    void deliveredManyTimesAtOnceItHasItsEffectOnce() {
        for (int round = 0; round < 20; round++) {
            Environment environment = exclusive("dev-" + round);
            Optional<MessageKey> message = message("round-" + round);
            List<ClaimResult> results = Crowd.together(8, i -> (Callable<ClaimResult>) () -> scene.service.claim(
                    ClaimRequest.of(List.of(environment), new EndWish.For(HOUR), List.of(), Optional.empty()),
                    scene.asker(scene.ann, message)));

            assertThat(results.getFirst()).isInstanceOf(ClaimResult.Granted.class);
            assertThat(results).containsOnly(results.getFirst());
        }
        assertThat(scene.happened()).hasSize(20);
    }

    @Test
    void whatFailedWasNotProcessed() {
        assertThatThrownBy(() -> scene.transactor.once(MESSAGE, ClaimResult.class, scene.clock.instant(), tx -> {
                    throw new IllegalStateException("half way");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(claim(scene.ann, SIGNING)).isInstanceOf(ClaimResult.Granted.class);
    }

    @Test
    void anAnswerOfAnotherVersionIsABreakageAndNotDoneAgain() {
        claim(scene.ann, SIGNING);
        store.run("update processed_message set result = '{\"type\":\"LaterInvention\"}'");

        assertThatThrownBy(() -> claim(scene.ann, SIGNING))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining("another version");
        assertThat(scene.happened()).containsExactly(What.HELPER_ADDED, What.CLAIMED);
    }

    @Test
    void aMessageThatAskedForSomethingElseIsNoRepeat() {
        claim(scene.ann, SIGNING);

        assertThatThrownBy(() -> scene.service.release(List.of(SIGNING), scene.asker(scene.ann, Optional.of(MESSAGE))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("asked for something else");
    }

    @Test
    void messagesAreForgottenAfterThirtyDays() {
        claim(scene.ann, SIGNING);
        scene.clock.advance(Duration.ofDays(30));
        assertThat(scene.transactor.purgeMessages(scene.clock.instant())).isZero();
        scene.clock.advance(Duration.ofMillis(1));
        assertThat(scene.transactor.purgeMessages(scene.clock.instant())).isEqualTo(1);
    }

    private ClaimResult claim(PersonRef person, Environment environment) {
        return scene.service.claim(
                ClaimRequest.of(
                        List.of(environment), new EndWish.For(HOUR), List.of(scene.cem), Optional.of("why \"not\"")),
                scene.asker(person, Optional.of(MESSAGE)));
    }

    private ExtendResult extend(String id, Duration more) {
        return scene.service.extend(SIGNING, new EndWish.For(more), scene.asker(scene.ann, message(id)));
    }

    private static Optional<MessageKey> message(String id) {
        return Optional.of(new MessageKey("console", "ann", id));
    }
}
