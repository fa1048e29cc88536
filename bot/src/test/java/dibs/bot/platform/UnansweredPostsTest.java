package dibs.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.person.AccountId;
import dibs.bot.Talk;
import dibs.bot.platform.PlatformKit.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What home conversations hear of whoever does not say whether something is still in use. */
final class UnansweredPostsTest {
    private static final AccountId ROOT = AccountId.of("console", "root");
    private static final Instant ASKED = Instant.parse("2026-11-25T09:00:00Z");

    private final FakePlatform platform = new FakePlatform("fake");
    private Optional<Talk> talking = Optional.empty();

    @AfterEach
    void hangUp() {
        talking.ifPresent(Talk::close);
    }

    @Test
    void theHomeIsToldOfAQuestionWithoutAnAnswerAndInItsPlaceThatItWasAnswered() {
        Talk talk = home("outsiders: false");
        talk.say("ann", "claim dev-signing for 4d with @bob signing keys");
        talk.clock().set(ASKED);
        look(talk);
        assertThat(texts()).singleElement().asString().doesNotContain("not answered", "still in use");

        talk.clock().advance(Duration.ofMinutes(61));
        look(talk);
        assertThat(texts()).hasSize(2);
        assertThat(texts().getFirst()).contains("ann has not answered since Wed 25 Nov 10:00");
        assertThat(texts().getLast())
                .startsWith("dev-signing: ann has had it since Mon 23 Nov 10:00")
                .contains("was asked Wed 25 Nov 10:00", "`takeover dev-signing because …`");

        talk.say("bob", "keep dev-signing");
        look(talk);
        assertThat(texts()).hasSize(2);
        assertThat(texts().getFirst()).doesNotContain("not answered");
        assertThat(texts().getLast())
                .startsWith("dev-signing: ann still has it.")
                .doesNotContain("bob");
    }

    @Test
    void aLeaseThatEndsIsNoLongerAskedAbout() {
        Talk talk = home("leases: each");
        unanswered(talk);
        talk.say("ann", "unclaim dev-signing");
        look(talk);

        assertThat(texts()).hasSize(2);
        assertThat(texts().getLast()).startsWith("dev-signing: ann no longer has it.");
        talk.say("bob", "claim dev-signing for 1h");
        look(talk);
        assertThat(texts().get(1)).startsWith("dev-signing: ann no longer has it.");
    }

    @Test
    void outsidersReadNameHolderAndSinceAlone() {
        Talk talk = home("outsiders: true");
        unanswered(talk);

        assertThat(texts()).hasSize(2);
        assertThat(texts().getLast())
                .startsWith("dev-signing: ann has had it since Mon 23 Nov 10:00")
                .doesNotContain("asked", "answer", "takeover");
        assertThat(texts().getFirst()).doesNotContain("answer");
    }

    @Test
    void itWaitsUntilNothingIsInFlight() {
        Talk talk = home("leases: board", "gates: off", "outsiders: false");
        talk.say(ROOT, "freeze chemspill for 4d");
        unanswered(talk);
        // What was on the board before is kept up, and pings nobody.
        assertThat(texts()).noneMatch(text -> text.contains("has had it since"));
        assertThat(texts()).anyMatch(text -> text.contains("ann has not answered since"));

        talk.say(ROOT, "thaw chemspill");
        look(talk);
        assertThat(texts()).anyMatch(text -> text.contains("dev-signing: ann has had it since"));
    }

    @Test
    void aHomeWithoutLeasesHearsNothingButInTheMorning() {
        Talk talk = home("leases: off", "outsiders: false");
        unanswered(talk);
        assertThat(texts()).noneMatch(text -> text.contains("has had it since"));

        talk.clock().set(Instant.parse("2026-11-26T08:30:00Z"));
        look(talk);
        assertThat(texts().getLast())
                .contains("Held without an answer:", "dev-signing: ann until", "asked Wed 25 Nov 10:00");
    }

    /** Ann holds something of which others hear that she did not say whether she still uses it. */
    private static void unanswered(Talk talk) {
        talk.say("ann", "claim dev-signing for 4d");
        talk.clock().set(ASKED);
        look(talk);
        talk.clock().advance(Duration.ofMinutes(61));
        look(talk);
    }

    /** Looks for what is due, then tells and announces it. */
    private static void look(Talk talk) {
        talk.sweep();
        talk.beat();
    }

    private Talk home(String... says) {
        Talk talk = new Talk(ConfigLoader.parse(
                "dibs.yaml", "announce:\n  - to: fake:T1:releng\n    " + String.join("\n    ", says) + "\n"));
        talk.connect(platform, platform);
        talking = Optional.of(talk);
        return talk;
    }

    private List<String> texts() {
        return platform.seen().stream().map(Seen::text).toList();
    }
}
