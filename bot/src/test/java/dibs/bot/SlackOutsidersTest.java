package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.Exchange;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.workspace.Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said where people of other organisations read along, by whatever way it was asked. */
class SlackOutsidersTest {
    private static final String SECRET = "the embargoed key";

    private final SlackScene scene = SlackScene.overHttp();
    private final FakeUser ann = scene.slack().user("ann");
    private final FakeUser bob = scene.slack().user("bob");
    private final FakeUser eve = scene.slack().user("eve").isStranger("T0OTHER");
    private final FakeChannel releng = scene.slack().channel("releng").with(ann, bob, eve);

    @BeforeEach
    void claim() {
        ann.types(releng, "/claim dev-signing for 2h " + SECRET).answer();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private List<Message> asked() {
        Message words = bob.wrote(releng, "is it safe for me to push to dev-signing?");
        int before = releng.thread(words).size();
        Exchange asked = bob.usesShortcut("ask_dibs", words);
        assertThat(asked.problems()).isEmpty();
        scene.slack().await("an answer", () -> releng.thread(words).size() > before);
        return releng.thread(words);
    }

    @Test
    void askDibsSaysInASharedChannelWhatOutsidersMayRead() {
        assertThat(asked().getLast().words()).contains("for testing", "Read as", "ask the holder");

        releng.isShared();
        scene.clock().advance(Duration.ofMinutes(11));
        Message answer = asked().getLast();
        assertThat(answer.words()).isEqualTo("unsafe: `releng-person` → `dev-signing`.");
        assertThat(answer.text()).isEqualTo("unsafe: releng-person → dev-signing.");
        assertThat(answer.buttons()).isEmpty();
    }

    @Test
    void aPressChangesAMessageToWhatOutsidersMayReadAndTellsWhoPressedTheRest() {
        Message grant = ann.mentions(releng, "extend dev-signing by 1h").answer();
        assertThat(grant.buttons()).contains("Give it back");
        Message refusal = bob.mentions(releng, "claim dev-signing").answer();

        releng.isShared();
        scene.clock().advance(Duration.ofMinutes(11));
        assertThat(bob.presses(refusal, "Wait for it").followUp().onlyTo()).isEqualTo(bob.id());
        ann.presses(grant, "Give it back").followUp();
        Message now = releng.now(grant);
        assertThat(now.words()).contains("`dev-signing`: no longer held by ann.");
        assertThat(now.text() + now.words()).doesNotContain(SECRET);
        assertThat(now.buttons()).isEmpty();
    }

    @Test
    void asLongAsSlackDoesNotSayWhoReadsItIsAsIfOutsidersDid() {
        scene.slack().grants("chat:write", "im:write", "users:read", "app_mentions:read", "commands");
        assertThat(asked().getLast().words()).isEqualTo("unsafe: `releng-person` → `dev-signing`.");
    }

    @Test
    void whatAMentionSaidOfItsChannelSparesAskingAndIsBelievedForAWhile() {
        scene.slack().grants("chat:write", "im:write", "users:read", "app_mentions:read", "commands");
        Message grant = ann.mentions(releng, "extend dev-signing by 1h").answer();
        ann.presses(grant, "Give it back").followUp();
        assertThat(releng.now(grant).buttons()).contains("Undo");

        Message again =
                ann.mentions(releng, "claim dev-signing for 1h " + SECRET).answer();
        scene.clock().advance(Duration.ofMinutes(11));
        ann.presses(again, "Give it back").followUp();
        assertThat(releng.now(again).words()).isEqualTo("`dev-signing`: no longer held by ann.");
    }
}
