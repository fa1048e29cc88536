package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dibs.backend.policy.Answer;
import dibs.backend.policy.Judgement;
import dibs.backend.policy.JudgementService;
import dibs.backend.policy.PolicyBook;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A verdict is kept under a short id, and comes back as it was given. */
abstract class JudgementContract extends StoreKit {
    JudgementContract(TestStore store) {
        super(store);
    }

    @BeforeEach
    void begin() {
        new PolicyBook(scene.transactor).takeUp(new HandmadePolicy().policy(), scene.clock.instant());
    }

    @Test
    void aVerdictComesBackAsItWas() {
        Judgement kept = keep(Answer.CONDITIONAL, Optional.empty());

        assertThat(kept.id()).startsWith("v-");
        assertThat(service().find(kept.id())).contains(kept);
        assertThat(service().find(kept.id().toUpperCase(Locale.ROOT))).contains(kept);
        assertThat(service().find("v-nonsense")).isEmpty();
    }

    @Test
    void aVerdictAboutNoEnvironmentComesBackToo() {
        Judgement bare = service()
                .keep(
                        id -> new Judgement(
                                id,
                                scene.clock.instant(),
                                "ann",
                                "is it safe",
                                Answer.UNKNOWN,
                                "nobody",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                1,
                                Map.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()),
                        scene.ann.id(),
                        Optional.empty(),
                        scene.clock.instant());

        assertThat(service().find(bare.id())).contains(bare);
    }

    @Test
    void aRepeatedMessageGetsTheVerdictOfThatTime() {
        Optional<MessageKey> message = Optional.of(new MessageKey("console", "ann", "m1"));
        Judgement first = keep(Answer.SAFE, message);

        assertThat(keep(Answer.UNSAFE, message)).isEqualTo(first);
    }

    @Test
    void aShortIdThatIsTakenIsMadeLonger() {
        JudgementService repeating = new JudgementService(scene.transactor, () -> "23456789abcde");

        List<String> given = IntStream.range(0, 3)
                .mapToObj(i -> repeating
                        .keep(id -> judgement(id, Answer.SAFE), scene.ann.id(), Optional.empty(), scene.clock.instant())
                        .id())
                .toList();

        assertThat(given).containsExactly("v-abcde", "v-9abcde", "v-89abcde");
        JudgementService broken = new JudgementService(scene.transactor, () -> "abcde");
        assertThatThrownBy(() -> broken.keep(
                        id -> judgement(id, Answer.SAFE), scene.ann.id(), Optional.empty(), scene.clock.instant()))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void verdictsAreForgottenAfterFourHundredDays() {
        Judgement kept = keep(Answer.SAFE, Optional.empty());
        scene.clock.advance(Duration.ofDays(400));
        assertThat(service().forget(scene.clock.instant())).isZero();
        scene.clock.advance(Duration.ofMillis(1));
        assertThat(service().forget(scene.clock.instant())).isEqualTo(1);
        assertThat(service().find(kept.id())).isEmpty();
    }

    @Test
    void aVerdictThatCannotBeReadIsABreakage() {
        Judgement kept = keep(Answer.SAFE, Optional.empty());
        store.run("update judgement set record = '{\"answer\": \"LaterInvention\"}'");

        assertThatThrownBy(() -> service().find(kept.id()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another version");
    }

    @Test
    void aJoinedPersonKeepsTheirVerdicts() {
        Judgement kept = keep(Answer.SAFE, Optional.empty());
        scene.transactor.write(tx -> {
            tx.people().merge(scene.bob.id(), scene.ann.id());
            return kept;
        });

        assertThat(service().find(kept.id())).contains(kept);
    }

    private Judgement keep(Answer answer, Optional<MessageKey> message) {
        return service().keep(id -> judgement(id, answer), scene.ann.id(), message, scene.clock.instant());
    }

    private JudgementService service() {
        return new JudgementService(scene.transactor, ids);
    }

    private Judgement judgement(String id, Answer answer) {
        return new Judgement(
                id,
                scene.clock.instant(),
                "ann",
                "may autoland depend on autograph-stage",
                answer,
                "autoland",
                Optional.of("autograph-stage"),
                Optional.of("depend-on"),
                Optional.of("test:autograph"),
                1,
                Map.of("trigger", "on-push", "required", "true", "lease", "none"),
                List.of("R1", "R3"),
                List.of("an outage \"there\"", "это"),
                List.of("safe if …"),
                List.of("gecko-t-signing"),
                List.of("autoland", "tool", "autograph-stage"),
                List.of("held by bob until 18:00"));
    }
}
