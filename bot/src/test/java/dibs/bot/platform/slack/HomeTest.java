package dibs.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.fakeslack.Exchange;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.web.Fault;
import dibs.fakeslack.workspace.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The home tab, as people see it and press on it. */
class HomeTest {
    private OnSlack dibs = new OnSlack();
    private final FakeUser ann = dibs.user("ann");
    private final FakeUser bob = dibs.user("bob");

    @AfterEach
    void close() {
        dibs.close();
    }

    private View opens(FakeUser user) {
        assertThat(user.opensHome().problems()).isEmpty();
        return user.home();
    }

    private View becomes(FakeUser user, String words) {
        dibs.slack()
                .await(
                        "\"" + words + "\" on the home tab",
                        () -> user.home().words().contains(words));
        return user.home();
    }

    @Test
    void showsWhatIsMineWhatIWaitForAndWhoHasWhat() {
        ann.types(dibs.releng(), "/claim dev-signing for 2h testing *the* <new> signer");
        bob.types(dibs.releng(), "/claim dev-beetmover for 4h a secret of bob's");
        ann.types(dibs.releng(), "/dibs wait dev-beetmover");
        View home = opens(ann);
        assertThat(home.words())
                .contains("Yours", "testing *the* &lt;new&gt; signer", "You wait for", "Dev sets", "Europe/Berlin")
                .doesNotContain("a secret of bob's");
        assertThat(home.buttons())
                .containsExactly("Claim…", "Is it safe?…", "Extend…", "Give it back", "Hand over…", "Stop waiting");
        Golden.holds("home", home);
    }

    @Test
    void showsWhatIsShutAndWhatIsInFlightUntilItIsNot() {
        dibs.talk().say("root", "close dev-signing for 1h because *its* <keys> leaked");
        dibs.talk().say("root", "freeze chemspill 144.0.1");
        assertThat(opens(ann).words())
                .contains("Gates and what is in flight", "`dev-signing`: closed until")
                .contains("“*its* &lt;keys&gt; leaked”", "chemspill 144.0.1 is in flight until");

        dibs.talk().say("root", "open dev-signing");
        dibs.talk().say("root", "thaw");
        dibs.clock().advance(Duration.ofSeconds(5));
        dibs.refreshUntil("there is nothing of it", () -> !ann.home().words().contains("Gates and what is in flight"));
    }

    @Test
    void ofManyGatesItShowsSomeAndHowToSeeTheRest() {
        for (int i = 0; i < 12; i++) {
            dibs.talk().say("root", "freeze release " + i);
        }
        assertThat(opens(ann).words()).contains("… and 2 more: type `digest`.");
    }

    @Test
    void showsWhatIsReservedForTheComingDayAndOnesOwnWithButtons() {
        ann.types(dibs.releng(), "/dibs reserve dev-signing from 14:00 until 16:00 a secret of ann's");
        bob.types(dibs.releng(), "/dibs reserve dev-tree from tomorrow 9:00 for 1h a secret of bob's");
        bob.types(dibs.releng(), "/dibs reserve dev-balrog from tomorrow 11:00 for 1h");
        View home = opens(ann);
        assertThat(home.words())
                .contains("Reserved within a day", "reserved for you", "reserved for *bob*")
                .doesNotContain("a secret of bob's", "dev-balrog: reserved");
        assertThat(home.buttons()).containsExactly("Claim…", "Is it safe?…", "Let it go");
        Golden.holds("home-reserved", home);

        dibs.clock().advance(Duration.ofHours(3).plusMinutes(50));
        dibs.talk().sweep();
        opens(ann);
        View near = becomes(ann, "lapses unless you confirm it");
        assertThat(opens(dibs.user("gus").isGuest()).buttons()).containsExactly("Is it safe?…");
        assertThat(ann.presses(near, "Confirm it").problems()).isEmpty();
        assertThat(becomes(ann, "you confirmed it").buttons()).doesNotContain("Confirm it");
        assertThat(ann.presses(opens(ann), "Let it go").problems()).isEmpty();
        assertThat(becomes(ann, "no longer reserved").buttons()).doesNotContain("Let it go");
    }

    @Test
    void isEmptyForWhoHasNothing() {
        View home = opens(ann);
        assertThat(home.words()).contains("You hold nothing right now.").doesNotContain("You wait for");
        Golden.holds("home-empty", home);
    }

    @Test
    void guestsSeeItWithoutWhatTheyMayNotDo() {
        bob.types(dibs.releng(), "/claim dev-beetmover for 4h");
        View home = opens(dibs.user("gus").isGuest());
        assertThat(home.buttons()).containsExactly("Is it safe?…");
        assertThat(home.words()).contains("dev-beetmover").contains("may ask");
    }

    @Test
    void aPressIsDoneAndSaidOnTop() {
        ann.types(dibs.releng(), "/claim dev-signing for 2h");
        Exchange pressed = ann.presses(opens(ann), "Give it back");
        assertThat(pressed.problems()).isEmpty();
        View after = becomes(ann, "You hold nothing right now.");
        assertThat(after.words().lines().findFirst().orElseThrow()).contains("dev-signing");
        assertThat(after.buttons()).contains("Undo");
        assertThat(dibs.talk()
                        .say("root", "who-is-using dev-signing")
                        .reply()
                        .facts()
                        .lease())
                .isEmpty();
    }

    @Test
    void whatAButtonAsksForIsAskedAndItsAnswerStandsOnTop() {
        ann.types(dibs.releng(), "/claim dev-signing for 2h");
        View form = ann.presses(opens(ann), "Extend…").modal();
        Exchange sent = ann.submits(form, Map.of("How long?", "by 2 hours"));
        assertThat(sent.problems()).isEmpty();
        becomes(ann, "yours until");
        dibs.slack()
                .await(
                        "the longer lease",
                        () -> dibs.talk()
                                .rows("select until from lease")
                                .equals(List.of("["
                                        + dibs.clock()
                                                .instant()
                                                .plus(Duration.ofHours(4))
                                                .toEpochMilli() + "]")));
        assertThat(ann.modals()).isEmpty();
    }

    @Test
    void aStalePressSaysWhatIsTrueNowAndChangesNothing() {
        ann.types(dibs.releng(), "/claim dev-signing for 2h");
        View old = opens(ann);
        ann.types(dibs.releng(), "/unclaim dev-signing");
        ann.types(dibs.releng(), "/claim dev-signing for 3h another reason");
        ann.presses(old, "Give it back");
        View now = becomes(ann, "is over, and nothing was changed");
        assertThat(now.words()).contains("another reason");
        assertThat(dibs.talk()
                        .say("root", "who-is-using dev-signing")
                        .reply()
                        .facts()
                        .lease())
                .isPresent();
    }

    @Test
    void claimsFromTheHomeTab() {
        View form = ann.presses(opens(ann), "Claim…").modal();
        assertThat(ann.submits(form, Map.of("What", "dev-signing")).problems()).isEmpty();
        assertThat(becomes(ann, "is yours until").buttons()).contains("Give it back");
        assertThat(ann.dm().messages()).isEmpty();
    }

    @Test
    void followsWhatOthersDoForTenMinutesAndNoFasterThanEveryFiveSeconds() {
        opens(ann);
        bob.types(dibs.releng(), "/claim dev-signing for 2h");
        dibs.talk().say("carl", "claim dev-beetmover for 2h"); // elsewhere
        dibs.clock().advance(Duration.ofMillis(4_900));
        dibs.refresh();
        assertThat(drawn()).isEqualTo(1);
        assertThat(ann.home().words()).doesNotContain("bob");
        dibs.clock().advance(Duration.ofMillis(100));
        dibs.refresh();
        assertThat(becomes(ann, "bob").words()).contains("carl");

        dibs.clock().advance(Duration.ofMinutes(10));
        int drawn = drawn();
        bob.types(dibs.releng(), "/unclaim dev-signing");
        opens(bob);
        dibs.clock().advance(Duration.ofSeconds(5));
        carlClaims();
        dibs.refresh();
        becomes(bob, "dev-balrog");
        dibs.slack().await("bob's home", () -> bob.home().words().contains("carl"));
        assertThat(ann.home().words()).as("nobody looks").contains("bob");
        assertThat(drawn()).isGreaterThan(drawn);
    }

    private void carlClaims() {
        dibs.talk().say("carl", "claim dev-balrog for 2h");
    }

    private int drawn() {
        return dibs.slack().journal().calls("views.publish").size();
    }

    @Test
    void aHomeTabThatSlackRefusedIsDrawnTheNextTime() {
        dibs.slack().fails("views.publish", 1, Fault.error("hash_conflict"));
        ann.opensHome();
        dibs.slack().await("the refusal", () -> drawn() == 1);
        dibs.clock().advance(Duration.ofSeconds(5));
        dibs.refreshUntil("it is drawn the next time", () -> drawn() == 2);
        assertThat(ann.home().words()).contains("Dev sets");
    }

    @Test
    void aThousandEnvironmentsAreCut(@TempDir Path folder) throws Exception {
        StringBuilder yaml = new StringBuilder("catalog:\n  base: none\n  environments:\n");
        for (int i = 0; i < 1_000; i++) {
            yaml.append("    - {id: rack-%04d, title: Rack %d, kind: %s, mode: exclusive, units: [rack-%04d]}\n"
                    .formatted(i, i, i % 2 == 0 ? "staging-repo" : "service", i));
        }
        Path file = Files.writeString(folder.resolve("dibs.yaml"), yaml);
        dibs.close();
        dibs = new OnSlack(ConfigLoader.load(file));
        FakeUser eve = dibs.user("eve");
        for (int i = 0; i < 200; i++) {
            dibs.talk().say(i % 2 == 0 ? "carl" : "x".repeat(60), "claim rack-%04d for 2h".formatted(i));
        }
        for (int i = 500; i < 540; i++) {
            dibs.talk().say("carl", "claim rack-%04d for 2h".formatted(i));
            assertThat(eve.types(dibs.releng(), "/claim rack-%04d for 2h".formatted(i + 100))
                            .problems())
                    .isEmpty();
            eve.types(dibs.releng(), "/dibs wait rack-%04d".formatted(i));
        }
        View home = opens(eve);
        assertThat(home.blocks().size()).isBetween(40, 100);
        assertThat(home.words()).contains("… and 28 more", "… and 32 more", "and 3", "who-is-using");
    }
}
