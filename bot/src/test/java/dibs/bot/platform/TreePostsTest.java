package dibs.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Observation;
import dibs.backend.health.Sign;
import dibs.backend.health.Tree;
import dibs.backend.health.TreeState;
import dibs.bot.Talk;
import dibs.bot.platform.PlatformKit.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What homes are told of trees: one message from the moment at which a tree is shut until it is open again. */
final class TreePostsTest {
    private final FakePlatform platform = new FakePlatform("fake");
    private Optional<Talk> talking = Optional.empty();

    @AfterEach
    void hangUp() {
        talking.ifPresent(Talk::close);
    }

    @Test
    void aTreeThatIsShutIsOneMessageThatFollowsItUntilItIsOpen() {
        Talk talk = home("outsiders: false");
        is(talk, TreeState.OPEN, "");
        assertThat(texts()).isEmpty();

        is(talk, TreeState.CLOSED, "signing is down");
        assertThat(texts())
                .singleElement()
                .asString()
                .startsWith("The tree autoland is closed since Mon 23 Nov 10:02")
                .contains("“signing is down”");
        String id = platform.seen().getFirst().id();

        is(talk, TreeState.CLOSED, "waiting for a backout");
        assertThat(texts()).singleElement().asString().contains("“waiting for a backout”");
        is(talk, TreeState.APPROVAL_REQUIRED, "sheriffs only");
        assertThat(texts())
                .singleElement()
                .asString()
                .startsWith("The tree autoland is set to approval required since");
        is(talk, TreeState.OPEN, "");
        assertThat(platform.seen()).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo(id);
            assertThat(message.text()).startsWith("The tree autoland is open since Mon 23 Nov 10:08");
        });
    }

    @Test
    void theNextTimeIsAMessageOfItsOwnAndTheOldOneStaysAsItIs() {
        Talk talk = home("outsiders: false");
        is(talk, TreeState.OPEN, "");
        is(talk, TreeState.CLOSED, "one");
        is(talk, TreeState.OPEN, "");
        is(talk, TreeState.CLOSED, "two");

        assertThat(texts()).hasSize(2);
        assertThat(texts().getFirst()).startsWith("The tree autoland is open since");
        assertThat(texts().getLast()).contains("“two”");
        int calls = platform.calls();
        talk.beat();
        assertThat(platform.calls()).isEqualTo(calls);
    }

    @Test
    void whatClosesAgainBeforeAnybodyLookedIsStillOneMessage() {
        Talk talk = home("outsiders: false");
        is(talk, TreeState.OPEN, "");
        is(talk, TreeState.CLOSED, "one");
        looks(talk, TreeState.OPEN, "");
        looks(talk, TreeState.CLOSED, "two");
        talk.beat();

        assertThat(texts()).singleElement().asString().contains("closed since", "“two”");
    }

    @Test
    void outsidersReadNoReasonAndWhoWantsNoHealthNothing() {
        Talk talk = home("outsiders: true");
        is(talk, TreeState.OPEN, "");
        is(talk, TreeState.CLOSED, "an embargoed fix");
        assertThat(texts())
                .singleElement()
                .asString()
                .startsWith("The tree autoland is closed since")
                .doesNotContain("embargoed");

        FakePlatform silent = new FakePlatform("fake");
        try (Talk.Neighbour off = talk.neighbour(
                ConfigLoader.parse("dibs.yaml", "announce:\n  - {to: fake:T1:lobby, leases: off, health: off}\n"),
                silent,
                silent)) {
            off.beat();
        }
        assertThat(silent.calls()).isZero();
    }

    private Talk home(String says) {
        Talk talk = new Talk(
                ConfigLoader.parse(
                        "dibs.yaml", "announce:\n  - to: fake:T1:releng\n    leases: off\n    " + says + "\n"),
                Map.of("DIBS_PROBES", "on"));
        talk.connect(platform, platform);
        talking = Optional.of(talk);
        return talk;
    }

    private static void is(Talk talk, TreeState state, String reason) {
        looks(talk, state, reason);
        talk.beat();
        talk.beat();
    }

    private static void looks(Talk talk, TreeState state, String reason) {
        for (int i = 0; i < 2; i++) {
            talk.see(new Observation(
                    new EnvironmentId("autoland"),
                    "tree",
                    talk.clock().instant(),
                    Duration.ofMillis(50),
                    Sign.PASSING,
                    Tree.sentence(state, reason),
                    Optional.empty(),
                    Optional.of(state)));
            talk.clock().advance(Duration.ofMinutes(1));
        }
    }

    private List<String> texts() {
        return platform.seen().stream().map(Seen::text).toList();
    }
}
