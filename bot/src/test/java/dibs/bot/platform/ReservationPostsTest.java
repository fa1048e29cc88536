package dibs.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.bot.Talk;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the board of a home conversation shows of reservations. */
final class ReservationPostsTest {
    private final FakePlatform platform = new FakePlatform("fake");
    private Optional<Talk> talking = Optional.empty();

    @AfterEach
    void hangUp() {
        talking.ifPresent(Talk::close);
    }

    private Talk home(String... says) {
        Talk talk = new Talk(ConfigLoader.parse(
                "dibs.yaml", "announce:\n  - to: fake:T1:releng\n    " + String.join("\n    ", says) + "\n"));
        talk.connect(platform, platform);
        talking = Optional.of(talk);
        return talk;
    }

    private String board() {
        assertThat(platform.seen()).hasSize(1);
        return platform.seen().getFirst().text();
    }

    @Test
    void aReservationIsOnTheBoardFromADayBeforeUntilItIsALeaseOrOver() {
        Talk talk = home("outsiders: false");
        talk.say("ann", "reserve dev-signing from tomorrow 14:00 for 2h the embargoed fix");
        talk.beat();
        assertThat(board()).startsWith("Nothing is held: all is free.").doesNotContain("Reserved");

        talk.clock().set(Talk.MONDAY.plus(Duration.ofHours(4)).plusMillis(1));
        talk.beat();
        assertThat(board())
                .startsWith("Nothing is held.\n")
                .contains(
                        "Reserved within a day:",
                        "dev-signing: for ann from Tue 24 Nov 14:00 (Berlin, in 1 day) until Tue 24 Nov 16:00")
                .doesNotContain("all is free", "embargoed");

        talk.clock().set(Talk.MONDAY.plus(Duration.ofHours(28)));
        talk.say("ann", "claim dev-signing");
        talk.sweep();
        talk.beat();
        assertThat(board()).contains("Held now:", "dev-signing: ann until").doesNotContain("Reserved");
    }

    @Test
    void oneThatIsCalledOffOrOutOfTheHomesInterestIsNotOnIt() {
        Talk talk = home("outsiders: false", "environments: [dev-signing]");
        talk.say("ann", "reserve dev-signing from 14:00 for 1h");
        talk.say("bob", "reserve dev-tree from 14:00 for 1h");
        talk.say("cem", "reserve dev from 17:00 for 1h");
        talk.beat();
        assertThat(board()).contains("dev-signing: for ann", "dev: for cem").doesNotContain("bob");

        talk.say("ann", "cancel dev-signing");
        talk.say("cem", "cancel dev");
        talk.beat();
        assertThat(board()).startsWith("Nothing is held: all is free.").doesNotContain("Reserved");
    }

    @Test
    void outsidersSeeNoPlansAndAFullDayIsCut() {
        Talk talk = home("outsiders: true");
        for (int i = 0; i < 12; i++) {
            talk.say("ann", "reserve dev-signing from %d:00 for 30m".formatted(i + 11));
        }
        talk.beat();
        assertThat(board()).doesNotContain("Reserved", "14:00");

        platform.clearRoom();
        talk.close();
        talk = home("outsiders: false");
        for (int i = 0; i < 12; i++) {
            talk.say("ann", "reserve dev-signing from %d:00 for 30m".formatted(i + 11));
        }
        talk.beat();
        assertThat(board())
                .contains("Mon 23 Nov 20:00", "and 2 more: type `leases upcoming`.")
                .doesNotContain("21:00");
    }
}
