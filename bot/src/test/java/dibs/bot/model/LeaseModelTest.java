package dibs.bot.model;

import dibs.backend.catalog.ConfigLoader;
import dibs.bot.Talk;
import dibs.testkit.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The program and the rules tell the same stories alike. Another seed: {@code -Ddibs.seed=…}; a story on which they differ
 * is cut down to the lines that matter and printed, to be kept below.
 */
class LeaseModelTest {
    private static final String CATALOG = """
        catalog:
          base: none
          kinds:
            dev-set: {limits: {default: working-day, max: 5d}, cleanup: ["Is the branch reset?"]}
            staging-repo: {limits: {default: 3d, max: 14d}}
            release-slot: {limits: {default: 3d, max: 14d}}
            service: {limits: {default: working-day, max: 9d}}
          environments:
            - {id: dev-one, kind: dev-set, title: One, mode: exclusive, owner: Us, labels: [dev-pool]}
            - {id: dev-two, kind: dev-set, title: Two, mode: exclusive, owner: Us, labels: [dev-pool]}
            - {id: dev, kind: dev-set, title: All, mode: exclusive, owner: Us, parts: [dev-one, dev-two]}
            - {id: staging-app, kind: staging-repo, title: Repository, mode: exclusive, owner: Us}
            - {id: stage, kind: service, title: Stage, mode: shared, owner: Us}
            - {id: release, kind: set, title: Release, mode: exclusive, owner: Us,
               releases: {app: {claims: [staging-app], uses: [stage]}}}
        """;

    private static Talk talk;

    @BeforeAll
    static void open() {
        talk = new Talk(ConfigLoader.parse("dibs.yaml", CATALOG));
    }

    @AfterAll
    static void close() {
        talk.close();
    }

    @Test
    void madeUpStoriesComeOutAsTheRulesSay() {
        long seed = Long.getLong("dibs.seed", System.nanoTime());
        int stories = Scale.of(80, 5_000);
        int length = Scale.of(40, 100);
        System.out.printf("seed %d: %d stories of %d lines%n", seed, stories, length);
        for (int i = 0; i < stories; i++) {
            List<String> story = new Storyteller(seed + i).story(length);
            if (difference(story).isPresent()) {
                List<String> shortest = cutDown(story);
                throw new AssertionError(
                        "seed " + (seed + i) + ":\n" + String.join("\n", shortest),
                        difference(shortest).orElseThrow());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann> claim dev / bob> claim any dev-pool for 30m",
                "ann> claim dev / ann> claim any dev-pool",
                "ann> claim release for 5m",
                "ann> claim dev-one with @bob / ann> handover dev-one @bob / bob> claim dev-one",
                "ann> claim dev-one,dev-two / ann> handover dev-one @bob / cem> claim dev-two / ann> unclaim dev-two"
                        + " / cem> claim dev-two / bob> claim dev-one,dev-two",
                "ann> claim dev-one / ann> handover dev-one @bob for 5m / ann> extend dev-one by 1h / after 9m"
                        + " / bob> claim dev-one",
                "ann> claim dev-one / ann> unclaim / bob> claim dev-one for 1m / after 2m / ann> undo",
                "ann> claim dev-one / bob> claim dev-two / ann> takeover dev because of it",
                "ann> claim dev-one / ann> claim dev / ann> handover dev-one @bob / bob> claim dev-one"
                        + " / bob> takeover dev because of it / cem> takeover dev because of it",
                "ann> claim dev / ann> wait dev-one / ann> nudge dev-one / bob> wait dev-one / bob> wait dev",
                "ann> claim dev-one / bob> claim dev-two / cem> wait any dev-pool / ann> unclaim / bob> unclaim"
                        + " / cem> claim dev-two / cem> unclaim / ann> claim dev-one",
                "ann> claim dev for 30m / cem> wait any dev-pool / bob> wait dev-two / ann> unclaim / bob> claim"
                        + " dev-two / after 11m / cem> claim dev-one / bob> wait any of dev-one,dev-two",
                "ann> claim dev / bob> wait any of dev-one,dev-two / bob> wait dev-two / ann> unclaim / bob> claim"
                        + " dev-one / bob> cancel dev-two",
                "ann> claim dev-one / ann> unclaim / bob> claim dev-one / bob> unclaim / cem> claim dev-one / cem>"
                        + " unclaim / bob> undo / bob> tidied dev-one / cem> tidied dev-one / bob> unclaim",
                "ann> claim dev-two for 9h / root> claim dev-one / bob> wait dev / ann> wait dev / root> unclaim"
                        + " / bob> cancel dev-two / sweep / after 10m / bob> claim dev-one for 1m",
                "ann> reserve dev from in 20m for 2h testing / after 10m / ann> claim dev / bob> claim dev-one / after"
                        + " 10m / sweep / ann> unclaim",
                "ann> reserve dev-one from in 20m for 2h / bob> claim dev-one for 9h / bob> extend dev-one by 1m"
                        + " / bob> wait dev / after 35m / bob> extend dev-one by 1h / bob> claim dev",
                "ann> claim dev-two for 1h / ann> reserve dev from in 30m for 3h / after 30m / ann> claim dev / after"
                        + " 1h / sweep",
                "bob> claim dev for 14m / ann> reserve dev-one from in 15m for 1h / ann> wait dev / after 14m / sweep"
                        + " / cem> wait dev-one / after 2m / sweep / cem> claim dev-one",
                "bob> claim dev-one for 1d / bob> claim dev until friday with @ann / ann> wait dev / ann> unclaim /"
                        + " ann> undo",
                "ann> claim dev-one for 30m / bob> wait dev-one / ann> unclaim / root> close dev-one for 30m because"
                        + " it is moved / after 12m / sweep / cem> claim dev-one / bob> claim dev / after 19m / cem> claim"
                        + " dev-one",
                "ann> reserve dev-one from in 10m for 1h / root> close dev because it is moved / after 10m / sweep /"
                        + " ann> claim dev-one / root> open dev / sweep",
                "cem> claim dev-two for 5d / root> claim dev-one for 30m with @ann / root> wait dev / ann> unclaim"
                        + " dev-one / ann> undo",
                "ann> using stage / ann> claim dev-one / ann> unclaim dev-one / ann> unclaim stage / ann> undo",
            })
    void whatOnceDifferedOrMightComesOutAsTheRulesSay(String story) {
        Story.play(talk, List.of(story.split(" / ")));
    }

    private static Optional<Throwable> difference(List<String> story) {
        try {
            Story.play(talk, story);
            return Optional.empty();
        } catch (AssertionError | RuntimeException different) {
            return Optional.of(different);
        }
    }

    /** Leaves out lines, many at once and then one by one, as long as something differs. */
    private static List<String> cutDown(List<String> story) {
        List<String> shortest = story;
        for (int size = story.size() / 2; size > 0; size = size > 1 ? size / 2 : 0) {
            for (int from = 0; from < shortest.size(); ) {
                List<String> shorter = new ArrayList<>(shortest);
                shorter.subList(from, Math.min(from + size, shorter.size())).clear();
                if (difference(shorter).isPresent()) {
                    shortest = shorter;
                } else {
                    from += size;
                }
            }
        }
        return shortest;
    }
}
