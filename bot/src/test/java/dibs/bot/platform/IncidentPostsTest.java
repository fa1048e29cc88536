package dibs.bot.platform;

import static dibs.bot.platform.PlatformScene.twice;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.health.Sign;
import dibs.bot.Talk;
import dibs.bot.platform.PlatformKit.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What homes are told of what goes wrong: a message an incident, and the rest in its thread. */
final class IncidentPostsTest {
    private final FakePlatform platform = new FakePlatform("fake");
    private Optional<Talk> talking = Optional.empty();

    @AfterEach
    void hangUp() {
        talking.ifPresent(Talk::close);
    }

    @Test
    void anIncidentIsOneThreadWithItsImpactInTheFirstMessage() {
        Talk talk = home("outsiders: false");
        twice(talk, Sign.FAILED, "autograph-prod");
        twice(talk, Sign.PASSING, "autograph-prod", "gecko-t-signing-dev");
        talk.beat();
        assertThat(texts()).as("what is first known is no news").isEmpty();

        twice(talk, Sign.FAILED, "autograph-prod", "gecko-t-signing-dev");
        talk.beat();
        talk.beat();
        assertThat(texts()).hasSize(2);
        Seen first = platform.seen().getFirst();
        assertThat(first.text())
                .startsWith("autograph-prod is failing since")
                .contains("“503 <b>”", "Known to be affected when autograph-prod is down: 33 production")
                .contains("Not well with it: gecko-t-signing-dev.");
        assertThat(platform.seen().getLast().thread()).contains(first.id());
        assertThat(texts().getLast())
                .startsWith("gecko-t-signing-dev is failing since")
                .doesNotContain("As of");

        twice(talk, Sign.PASSING, "autograph-prod", "gecko-t-signing-dev");
        talk.beat();
        talk.beat();
        assertThat(texts()).hasSize(4);
        assertThat(texts().getFirst()).contains("Over since");
        assertThat(platform.seen().subList(1, 4))
                .allSatisfy(reply -> assertThat(reply.thread()).contains(first.id()));
        int calls = platform.calls();
        talk.beat();
        assertThat(platform.calls()).isEqualTo(calls);
    }

    @Test
    void theFirstMessageSaysHowItIsByNow() {
        Talk talk = home("outsiders: false");
        twice(talk, Sign.PASSING, "autograph-prod", "gecko-t-signing-dev", "shipit-prod");
        twice(talk, Sign.FAILED, "autograph-prod", "gecko-t-signing-dev");
        twice(talk, Sign.PASSING, "autograph-prod");
        talk.beat();
        assertThat(texts().getFirst())
                .startsWith("autograph-prod is failing since")
                .contains("Not well with it: gecko-t-signing-dev.", "Well again: autograph-prod.");

        twice(talk, Sign.PASSING, "gecko-t-signing-dev");
        talk.beat();
        assertThat(texts().getFirst())
                .startsWith("Over since Mon 23 Nov 10:07")
                .contains(
                        "autograph-prod was failing since Mon 23 Nov 10:03", "Not well meanwhile: gecko-t-signing-dev.")
                .doesNotContain("Well again", "Not well with it");
    }

    @Test
    void nothingIsSaidUnderWhatIsKnownToBeGone() {
        Talk talk = home("outsiders: false");
        platform.keepThreads();
        twice(talk, Sign.PASSING, "autograph-prod", "gecko-t-signing-dev");
        twice(talk, Sign.FAILED, "autograph-prod");
        talk.beat();
        platform.takeBack(platform.seen().getFirst());
        twice(talk, Sign.FAILED, "gecko-t-signing-dev");
        talk.beat(); // it is gone
        talk.beat(); // it stands there again
        talk.beat();
        assertThat(platform.seen()).hasSize(2);
        assertThat(platform.seen().getLast().thread())
                .contains(platform.seen().getFirst().id());
    }

    @Test
    void outsidersReadNothingOfWhatWasSeen() {
        Talk talk = home("outsiders: true");
        twice(talk, Sign.PASSING, "autograph-prod");
        twice(talk, Sign.FAILED, "autograph-prod");
        talk.beat();
        assertThat(texts())
                .singleElement()
                .asString()
                .startsWith("autograph-prod is failing since")
                .doesNotContain("503", "affected");
    }

    @Test
    void aHomeHearsOfWhatItIsForAndNothingWhereHealthIsOff() {
        Talk talk = home("environments: [autograph-stage]");
        twice(talk, Sign.PASSING, "autograph-prod");
        twice(talk, Sign.FAILED, "autograph-prod");
        talk.beat();
        assertThat(texts()).isEmpty();
        try (Talk.Neighbour off = talk.neighbour(
                ConfigLoader.parse("dibs.yaml", "announce:\n  - {to: fake:T1:releng, leases: off, health: off}\n"),
                platform,
                platform)) {
            off.beat();
        }
        assertThat(texts()).isEmpty();
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

    private List<String> texts() {
        return platform.seen().stream().map(Seen::text).toList();
    }
}
