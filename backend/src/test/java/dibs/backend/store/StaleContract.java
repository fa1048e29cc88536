package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.lease.StaleQuestion;
import dibs.backend.lease.TakeoverResult;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import dibs.backend.reminder.StaleLeases;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever lets others wait for four hours of work is asked whether it is still used; after another one those who wait may take it over. */
abstract class StaleContract extends StoreKit {
    private static final Environment SIGNING = Scene.exclusive("dev-signing");
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    StaleContract(TestStore store) {
        super(store);
    }

    @Test
    void theHolderIsAskedOnceThenWhoeverWaitsIsToldOnceAndMayHaveIt() {
        Lease lease = held(SIGNING);
        scene.clock.advance(FOUR_HOURS.minusMillis(1));
        look(SIGNING);
        assertThat(asked()).isEmpty();
        scene.clock.advance(Duration.ofMillis(1));
        Instant at = scene.clock.instant();
        look(SIGNING);
        look(SIGNING);
        assertThat(asked()).hasSize(1);
        assertThat(open(lease).orElseThrow().asked()).isEqualTo(at);

        scene.clock.advance(Scene.HOUR.minusMillis(1));
        look(SIGNING);
        assertThat(told(scene.bob)).isEmpty();
        scene.clock.advance(Duration.ofMillis(1));
        look(SIGNING);
        look(SIGNING);
        assertThat(told(scene.bob)).containsExactly(new Notice.Unanswered(SIGNING.id(), "ann", at, true));
        assertThat(told(scene.cem)).isEmpty();
        assertThat(scene.happened()).containsSubsequence(What.NOT_ANSWERED, What.ASKED_WHETHER_STILL_USED);
        assertThat(scene.transfers.takeover(SIGNING, "it is needed", false, false, scene.asker(scene.bob)))
                .isInstanceOf(TakeoverResult.Taken.class);
    }

    @Test
    void aSignOfLifeBeginsItAnew() {
        Lease lease = held(SIGNING);
        scene.clock.advance(FOUR_HOURS);
        look(SIGNING);
        scene.clock.advance(Duration.ofMinutes(59));
        scene.transfers.keep(SIGNING, scene.asker(scene.ann));
        assertThat(open(lease)).isEmpty();
        // Nobody has read it so far, and nobody needs to.
        assertThat(asked()).isEmpty();

        scene.clock.advance(Scene.HOUR);
        look(SIGNING);
        assertThat(told(scene.bob)).isEmpty();
        // Four hours of work after 14:59 are over the next morning.
        scene.clock.set(Instant.parse("2026-11-24T08:58:00Z"));
        look(SIGNING);
        assertThat(asked()).isEmpty();
        scene.clock.advance(Duration.ofMinutes(2));
        look(SIGNING);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void whatNobodyWaitsForIsLeftAlone() {
        scene.claim(scene.ann, Duration.ofHours(9), SIGNING);
        scene.clock.advance(Duration.ofHours(8));
        look(SIGNING);
        assertThat(asked()).isEmpty();
    }

    @Test
    void whatEndedMeanwhileIsNotAskedAbout() {
        held(SIGNING);
        scene.clock.advance(FOUR_HOURS);
        look(SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(Scene.HOUR);
        look(SIGNING);
        assertThat(asked()).isEmpty();
        assertThat(told(scene.bob)).isEmpty();
    }

    @Test
    void ofWhoeverAnswersNobodyIsToldAfterwards() {
        int rounds = Scale.of(8, 200);
        for (int round = 0; round < rounds; round++) {
            Environment environment = Scene.exclusive("dev-" + round);
            scene.clock.set(Scene.MONDAY.plus(Duration.ofDays(7L * round)));
            Lease lease = held(environment);
            scene.clock.advance(FOUR_HOURS);
            look(environment);
            scene.clock.advance(Scene.HOUR);
            int before = told(scene.bob).size();
            boolean extend = round % 2 == 0;
            Crowd.together(5, i -> () -> {
                if (i > 0) {
                    return look(environment);
                }
                return extend
                        ? scene.service.extend(
                                environment, new EndWish.For(Duration.ofMinutes(1)), scene.asker(scene.ann))
                        : scene.transfers.keep(environment, scene.asker(scene.ann));
            });
            look(environment);
            scene.clock.advance(Scene.HOUR);
            look(environment);

            List<What> happened =
                    scene.read(tx -> tx.history().newest(Optional.of(environment.id()), Optional.empty(), 100)).stream()
                            .map(event -> event.what())
                            .toList();
            int times = told(scene.bob).size() - before;
            assertThat(happened.stream().filter(What.NOT_ANSWERED::equals)).hasSize(times);
            assertThat(times).isBetween(0, 1);
            if (extend && times == 1) {
                assertThat(happened).containsSubsequence(What.EXTENDED, What.NOT_ANSWERED);
            }
            assertThat(open(lease)).isEmpty();
        }
    }

    /** Ann has it for the day, and Bob waits for it. */
    private Lease held(Environment environment) {
        Lease lease = Scene.granted(scene.claim(scene.ann, Duration.ofDays(2), environment));
        scene.waits.await(environment, scene.asker(scene.bob));
        return lease;
    }

    private boolean look(Environment environment) {
        Catalog catalog = new Catalog(List.of(environment), Map.of());
        StaleLeases stale = new StaleLeases(scene.transactor, () -> catalog, ZoneId.of("Europe/Berlin"));
        while (stale.run(scene.clock.instant()) > 0) {
            // Until nothing is left.
        }
        return true;
    }

    private Optional<StaleQuestion> open(Lease lease) {
        return scene.read(tx -> tx.questions().open(lease.id()));
    }

    private List<Notice> asked() {
        return scene.unheard(scene.ann).stream()
                .filter(Notice.StillUsed.class::isInstance)
                .toList();
    }

    private List<Notice> told(PersonRef person) {
        return scene.unheard(person).stream()
                .filter(Notice.Unanswered.class::isInstance)
                .toList();
    }
}
