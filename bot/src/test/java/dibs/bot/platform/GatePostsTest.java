package dibs.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.person.AccountId;
import dibs.bot.Talk;
import dibs.bot.platform.PlatformKit.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What home conversations show of gates and of what is in flight. */
final class GatePostsTest {
    private static final AccountId ROOT = AccountId.of("console", "root");

    private final FakePlatform platform = new FakePlatform("fake");
    private Optional<Talk> talking = Optional.empty();

    @AfterEach
    void hangUp() {
        talking.ifPresent(Talk::close);
    }

    @Test
    void aBoardShowsWhatIsShutUntilNothingIs() {
        Talk talk = home("gates: board", "outsiders: false");
        talk.beat();
        assertThat(texts()).isEmpty();

        talk.say(ROOT, "close dev-signing for 1h because its keys leaked");
        talk.say(ROOT, "freeze chemspill 144.0.1");
        talk.beat();
        assertThat(texts())
                .singleElement()
                .asString()
                .contains("dev-signing: closed until", "by root", "“its keys leaked”", "chemspill 144.0.1 is in flight")
                .contains("A gate is a notice");

        talk.clock().advance(Duration.ofHours(1));
        talk.say(ROOT, "thaw");
        talk.beat();
        assertThat(texts()).singleElement().asString().startsWith("All gates are open, and nothing is in flight.");
    }

    @Test
    void eachHasAMessageOfItsOwnThatSaysInTheEndThatItIsOver() {
        Talk talk = home("gates: each", "outsiders: false");
        talk.say(ROOT, "close dev-signing because its keys leaked");
        talk.say(ROOT, "maintenance dev-tree for 2h because it is moved");
        talk.beat();
        assertThat(texts()).hasSize(2);
        assertThat(texts()).anyMatch(text -> text.contains("dev-signing: closed"));
        assertThat(texts()).anyMatch(text -> text.contains("dev-tree: in maintenance until"));

        talk.say(ROOT, "open dev-signing");
        talk.beat();
        assertThat(texts()).hasSize(2).anyMatch(text -> text.startsWith("dev-signing: open again."));
    }

    @Test
    void whoWantsNothingOfThemGetsNothing() {
        Talk talk = home("gates: off");
        talk.say(ROOT, "close dev-signing because its keys leaked");
        talk.beat();
        assertThat(texts()).isEmpty();
    }

    @Test
    void outsidersAreToldTheNameAndTheEndAndNotWhoAndWhy() {
        Talk talk = home("gates: board", "outsiders: true");
        talk.say(ROOT, "close dev-signing for 1h because its keys leaked");
        talk.say(ROOT, "freeze chemspill 144.0.1 because of a hole");
        talk.beat();
        assertThat(texts())
                .singleElement()
                .asString()
                .contains("dev-signing: closed until Mon 23 Nov 11:00", "A release is in flight until")
                .doesNotContain("leaked", "root", "chemspill", "hole");
    }

    private Talk home(String... says) {
        ConfigResult config = ConfigLoader.parse(
                "dibs.yaml",
                "announce:\n  - to: fake:T1:releng\n    leases: off\n    " + String.join("\n    ", says) + "\n");
        Talk talk = new Talk(config);
        talk.connect(platform, platform);
        talking = Optional.of(talk);
        return talk;
    }

    private List<String> texts() {
        return platform.seen().stream().map(Seen::text).toList();
    }
}
