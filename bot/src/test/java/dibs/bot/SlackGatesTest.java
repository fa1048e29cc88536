package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.Exchange;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.workspace.Message;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be pressed on Slack where a gate is shut, by whom, and what comes of it. */
class SlackGatesTest {
    private final SlackScene scene =
            SlackScene.overHttp(slack -> Map.of("DIBS_ADMINS", account(slack, "root") + "," + account(slack, "eve")));
    private final FakeUser root = scene.slack().user("root");
    private final FakeUser ann = scene.slack().user("ann");
    private final FakeChannel releng = scene.slack().channel("releng").with(root, ann);
    private Message closed;

    @BeforeEach
    void shut() {
        closed = root.mentions(releng, "close dev-signing because its keys leaked")
                .answer();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static String account(FakeSlack slack, String name) {
        return "slack:" + slack.teamId() + ":" + slack.user(name).id();
    }

    private static Message press(FakeUser user, Message message, String button) {
        Exchange pressed = user.presses(message, button);
        assertThat(pressed.problems()).isEmpty();
        return pressed.followUp();
    }

    private String gate() {
        return scene.says("carl", "who-is-using dev-signing");
    }

    @Test
    void whoIsRefusedWaitsWithOnePress() {
        Message refusal = ann.types(releng, "/claim dev-signing").answer();
        assertThat(refusal.words()).contains("its gate is shut", "opens it, for whoever has the role gate");
        assertThat(refusal.buttons()).containsExactly("Wait for it", "Watch");

        assertThat(press(ann, refusal, "Wait for it").words()).contains("You are first in line for `dev-signing`");
        assertThat(gate()).contains("In line: ann.", "dev-signing: closed");
    }

    @Test
    void whoIsRefusedWatchesWithOnePressAndHearsThatItIsOpen() {
        Message refusal = ann.types(releng, "/claim dev-signing").answer();
        assertThat(press(ann, refusal, "Watch").words()).contains("You will hear when `dev-signing` changes hands");

        root.types(releng, "/dibs open dev-signing").answer();
        scene.beatAfter(Duration.ofSeconds(1));
        assertThat(ann.dm().posts(1).getFirst().words())
                .startsWith("`dev-signing`, which you watch, is open, by root.");
    }

    @Test
    void whoMayOpenItDoesSoWithOnePressWhereverItIsShown() {
        for (String line : new String[] {"/dibs env dev-signing", "/who-is-using dev-signing", "/claim dev-signing"}) {
            assertThat(ann.types(releng, line).answer().buttons()).as(line).doesNotContain("Open it");
            Message shown = root.types(releng, line).answer();
            assertThat(shown.buttons()).as(line).contains("Open it");

            assertThat(press(root, shown, "Open it").words()).startsWith("`dev-signing` is open.");
            assertThat(gate()).doesNotContain("closed");
            assertThat(root.types(releng, "/dibs env dev-signing").answer().buttons())
                    .isEmpty();
            root.types(releng, "/dibs close dev-signing because once more").answer();
        }
    }

    @Test
    void anOldButtonOpensWhatIsShutNowAndSaysWhatThatWas() {
        root.types(releng, "/dibs open dev-signing").answer();
        scene.slack()
                .user("eve")
                .types(releng, "/dibs close dev-signing because its disks are full")
                .answer();
        assertThat(press(root, closed, "Open it").words())
                .startsWith("`dev-signing` is open.")
                .contains("Until now: `dev-signing`: closed, by *eve* since", "its disks are full");
    }

    @Test
    void aStrangersPressIsAnsweredInOneSentenceToThemAloneAndChangesNothing() {
        assertThat(closed.buttons()).containsExactly("Open it");
        Message told = press(ann, closed, "Open it");

        assertThat(told.words())
                .isEqualTo("That takes the role gate, and you have claim: an admin of this Dibs can give it to you.");
        assertThat(told.onlyTo()).isEqualTo(ann.id());
        assertThat(releng.now(closed).buttons()).containsExactly("Open it");
        assertThat(gate()).contains("dev-signing: closed");

        assertThat(press(root, closed, "Open it").words()).startsWith("`dev-signing` is open.");
        assertThat(releng.now(closed).buttons()).isEmpty();
    }
}
