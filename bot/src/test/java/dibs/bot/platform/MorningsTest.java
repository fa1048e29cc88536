package dibs.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.person.AccountId;
import dibs.bot.Talk;
import dibs.bot.platform.PlatformKit.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What home conversations are told of the day and of times in which the program was away. */
final class MorningsTest {
    private static final AccountId ROOT = AccountId.of("console", "root");

    private FakePlatform platform;
    private Optional<Talk> talking = Optional.empty();

    @BeforeEach
    void platform() {
        platform = new FakePlatform("fake");
    }

    @AfterEach
    void hangUp() {
        talking.ifPresent(Talk::close);
    }

    @Test
    void anOutageIsToldOnceInEachHomeWithWhatGoesOn() {
        Talk talk = home("leases: off", "environments: [dev-signing]");
        talk.say("ann", "claim dev-signing for 1h my private key");
        talk.say("bob", "claim dev-tree for 1h");
        talk.away(Duration.ofHours(3));
        talk.beat();
        talk.say("ann", "extend dev-signing by 1h");
        talk.clock().advance(Duration.ofHours(11));
        talk.beat();

        assertThat(texts())
                .singleElement()
                .asString()
                .startsWith("I was away from Mon 23 Nov 10:00")
                .contains("until Mon 23 Nov 13:00", "dev-signing: ann until Mon 23 Nov 13:30")
                .doesNotContain("dev-tree", "private");

        talk.clock().advance(Duration.ofHours(2));
        talk.beat();
        assertThat(texts()).hasSize(1);
        assertThat(talk.rows("select closed_at is not null from posted_message"))
                .containsExactly("[1]");
    }

    @Test
    void whatThereIsToSeeToIsSummedUpOnceEachWorkingMorning() {
        Talk talk = home("leases: off", "outsiders: false");
        talk.clock().set(Instant.parse("2026-11-27T07:30:00Z")); // Friday, 8:30 in Berlin
        talk.say("ann", "claim dev-signing until 17:00 my private key");
        talk.say("bob", "wait dev-signing");
        talk.say("cem", "claim dev-tree for 4d");
        morning(talk);
        assertThat(texts()).isEmpty();
        talk.clock().set(Instant.parse("2026-11-27T08:00:00Z"));
        morning(talk);

        assertThat(texts())
                .singleElement()
                .asString()
                .startsWith("Good morning. What to know of today:")
                .contains("Ending today:", "dev-signing: ann until Fri 27 Nov 17:00", "Held while others wait:")
                .doesNotContain("dev-tree", "private");

        String said = texts().getFirst();
        talk.say("ann", "unclaim");
        talk.say("ann", "tidied dev-signing");
        talk.clock().advance(Duration.ofHours(1));
        morning(talk);
        assertThat(texts()).containsExactly(said);

        talk.clock().set(Instant.parse("2026-11-28T08:30:00Z")); // Saturday
        morning(talk);
        talk.say("cem", "unclaim dev-tree");
        talk.say("cem", "tidied dev-tree");
        talk.clock().set(Instant.parse("2026-11-30T08:30:00Z")); // Monday, and nothing to tell
        morning(talk);
        assertThat(texts()).containsExactly(said);
    }

    @Test
    void aMorningThatWasQuietIsSummedUpLaterAndOneThatWasSleptThroughNotAtAll() {
        Talk talk = home("leases: off");
        talk.say("ann", "claim dev-signing until 17:00");
        talk.say(rootOnThePlatform(talk), "T1:releng", "quiet 5h");
        morning(talk);
        assertThat(texts()).isEmpty();
        talk.clock().advance(Duration.ofHours(5));
        talk.beat();
        assertThat(texts()).hasSize(1);

        talk.say("ann", "claim dev-tree until tomorrow 17:00");
        talk.clock().set(Instant.parse("2026-11-24T11:00:00Z")); // noon
        morning(talk);
        assertThat(texts()).hasSize(1);
    }

    private AccountId rootOnThePlatform(Talk talk) {
        AccountId root = platform.account("root");
        String code = talk.say(ROOT, "me link").reply().facts().code().orElseThrow();
        talk.say(root, "me link " + code);
        return root;
    }

    /** Looks for what is due, then tells and announces it. */
    private static void morning(Talk talk) {
        talk.sweep();
        talk.beat();
    }

    private Talk home(String... says) {
        Talk talk = new Talk(config(says));
        talk.connect(platform, platform);
        talking = Optional.of(talk);
        return talk;
    }

    private static ConfigResult config(String... says) {
        return ConfigLoader.parse(
                "dibs.yaml", "announce:\n  - to: fake:T1:releng\n    " + String.join("\n    ", says) + "\n");
    }

    private List<String> texts() {
        return platform.seen().stream().map(Seen::text).toList();
    }
}
