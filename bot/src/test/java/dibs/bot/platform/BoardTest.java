package dibs.bot.platform;

import static dibs.bot.platform.PlatformScene.twice;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Observation;
import dibs.backend.health.Sign;
import dibs.backend.health.Tree;
import dibs.backend.health.TreeState;
import dibs.backend.person.AccountId;
import dibs.bot.Talk;
import dibs.bot.platform.PlatformKit.Seen;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the pinned board says beside who has what: what is in the way of whoever reads it. */
final class BoardTest {
    private static final AccountId ROOT = AccountId.of("console", "root");

    private final FakePlatform platform = new FakePlatform("fake");
    private Optional<Talk> talking = Optional.empty();

    @AfterEach
    void hangUp() {
        talking.ifPresent(Talk::close);
    }

    @Test
    void saysWhatIsNotWellSinceWhenAndWhyAndNothingOnceItIsWell() {
        Talk talk = home("outsiders: false");
        twice(talk, Sign.PASSING, "autograph-prod", "gecko-t-signing");
        talk.beat();
        assertThat(board()).startsWith("Nothing is held: all is free.\nAs of");

        twice(talk, Sign.FAILED, "autograph-prod", "gecko-t-signing");
        talk.beat();
        assertThat(board())
                .contains("Not well:\n")
                .contains("- autograph-prod: failing since Mon 23 Nov 10:02")
                .contains("- gecko-t-signing: failing since Mon 23 Nov 10:02 (Berlin, 2 min ago), because of"
                        + " autograph-prod.")
                .doesNotContain("503");

        twice(talk, Sign.PASSING, "autograph-prod", "gecko-t-signing");
        talk.beat();
        assertThat(board()).startsWith("Nothing is held: all is free.\nAs of");
    }

    @Test
    void saysWhichTreesAndGatesAreShutAndWhatIsInFlight() {
        Talk talk = home("outsiders: false");
        tree(talk, TreeState.OPEN);
        tree(talk, TreeState.CLOSED);
        talk.say(ROOT, "close dev-signing for 1h because its keys leaked");
        talk.say(ROOT, "freeze chemspill 144.0.1 for 1d because of a hole");
        talk.beat();
        assertThat(board())
                .startsWith("Nothing is held.\n")
                .contains("Trees that are not open: autoland (closed).")
                .contains("Gates that are shut:\n  - dev-signing: closed until Mon 23 Nov 11:02 (Berlin, in 1 h).")
                .contains("In flight: chemspill 144.0.1 until Tue 24 Nov 10:02 (Berlin, in 1 day).");

        talk.say(ROOT, "open dev-signing");
        talk.say(ROOT, "thaw");
        tree(talk, TreeState.OPEN);
        talk.beat();
        assertThat(board()).startsWith("Nothing is held: all is free.\nAs of");
    }

    @Test
    void isOnlyAboutWhatTheHomeIsForAndWantsToHear() {
        Talk talk = home("environments: [dev-signing]", "health: off", "outsiders: false");
        twice(talk, Sign.PASSING, "gecko-t-signing-dev");
        twice(talk, Sign.FAILED, "gecko-t-signing-dev");
        talk.say(ROOT, "close dev-tree because it is moved");
        talk.beat();
        assertThat(board()).startsWith("Nothing is held: all is free.\nAs of");

        talk.say(ROOT, "close dev because it is moved");
        talk.beat();
        assertThat(board()).startsWith("Nothing is held.\nGates that are shut:\n  - dev: closed.\nAs of");
    }

    @Test
    void outsidersReadNamesAndEndsAndNothingOfWhatIsInFlight() {
        Talk talk = home("outsiders: true");
        talk.say(ROOT, "close dev-signing for 1h because its keys leaked");
        talk.say(ROOT, "freeze chemspill 144.0.1 for 1d because of a hole");
        talk.beat();
        assertThat(board())
                .contains("- dev-signing: closed until Mon 23 Nov 11:00 (Berlin, in 1 h).")
                .contains("A release is in flight until Tue 24 Nov 10:00 (Berlin, in 1 day).")
                .doesNotContain("leaked", "root", "chemspill", "hole");
    }

    @Test
    void muchOfItIsCut() {
        Talk talk = home("outsiders: false");
        String[] many = talk.catalog().environments().stream()
                .filter(it -> it.retired().isEmpty())
                .map(it -> it.id().value())
                .limit(30)
                .toArray(String[]::new);
        twice(talk, Sign.PASSING, many);
        twice(talk, Sign.FAILED, many);
        for (String name : many) {
            talk.say(ROOT, "close " + name + " because " + "x".repeat(450));
        }
        talk.beat();
        assertThat(board())
                .contains("and 20 more: type `health`.", "more: type `digest`.")
                .hasSizeLessThan(3_000);
    }

    private static void tree(Talk talk, TreeState state) {
        talk.see(new Observation(
                new EnvironmentId("autoland"),
                "tree",
                talk.clock().instant(),
                Duration.ofMillis(50),
                Sign.PASSING,
                Tree.sentence(state, "signing is down"),
                Optional.empty(),
                Optional.of(state)));
        talk.clock().advance(Duration.ofMinutes(1));
    }

    private Talk home(String... says) {
        Talk talk = new Talk(
                ConfigLoader.parse(
                        "dibs.yaml", "announce:\n  - to: fake:T1:releng\n    " + String.join("\n    ", says) + "\n"),
                Map.of("DIBS_PROBES", "on"));
        talk.connect(platform, platform);
        talking = Optional.of(talk);
        return talk;
    }

    /** The one that is pinned. */
    private String board() {
        return platform.seen().stream()
                .filter(Seen::pinned)
                .map(Seen::text)
                .reduce((one, other) -> one + other)
                .orElse("");
    }
}
