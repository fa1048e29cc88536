package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.Exchange;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.workspace.Message;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people of one team do on Slack in a day. */
class SlackDayTest {
    private final SlackScene scene = SlackScene.overHttp();
    private final FakeUser ann = scene.slack().user("ann").livesIn("Europe/Berlin");
    private final FakeUser bob = scene.slack().user("bob").livesIn("America/Vancouver");
    private final FakeUser cleo = scene.slack().user("cleo");
    private final FakeChannel releng = scene.slack().channel("releng").with(ann, bob, cleo);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aClaimIsAnsweredToWhoTypedIt() {
        Exchange claim = ann.types(releng, "/claim dev-signing for 2h trying a key");
        assertThat(claim.problems()).isEmpty();
        assertThat(claim.answer().words()).contains("`dev-signing` is yours");
        assertThat(releng.messagesFor(bob)).isEmpty();
    }

    @Test
    void whoIsRefusedWaitsByButton() {
        ann.types(releng, "/claim dev-signing for 2h");
        Message refusal = bob.types(releng, "/claim dev-signing").answer();
        assertThat(refusal.words()).contains("ann");
        assertThat(refusal.buttons()).contains("Wait for it", "Nudge", "Take over…");
        Exchange press = bob.presses(refusal, "Wait for it");
        assertThat(press.problems()).isEmpty();
        assertThat(press.followUp().words()).contains("line");
    }

    @Test
    void aMentionIsAnsweredInItsThreadForAll() {
        ann.types(releng, "/claim dev-signing for 2h");
        Message question = cleo.wrote(releng, "can I push to signing?");
        Exchange asked = cleo.mentions(releng, question, "who is using dev-signing?");
        assertThat(asked.problems()).isEmpty();
        assertThat(asked.answer().words()).contains("ann");
        assertThat(releng.thread(question)).hasSize(2);
        assertThat(releng.messagesFor(bob)).isNotEmpty();
    }

    @Test
    void aDirectMessageNeedsNoMentionAndNamesPeopleByMention() {
        ann.types(releng, "/claim dev-signing for 2h");
        Exchange offer = ann.says(ann.dm(), "handover dev-signing @bob");
        assertThat(offer.answer().words()).contains("bob");
        assertThat(bob.types(releng, "/claim dev-signing").answer().words()).contains("`dev-signing` is yours");
    }

    @Test
    void takingOverAsksForAReason() {
        ann.types(releng, "/claim dev-signing for 2h");
        Message refusal = bob.types(releng, "/claim dev-signing").answer();
        Exchange press = bob.presses(refusal, "Take over…");
        Exchange form = bob.submits(press.modal(), Map.of("answer", "a release is <b>blocked</b>"));
        assertThat(form.problems()).isEmpty();
        assertThat(bob.modals()).isEmpty();
        scene.slack()
                .await(
                        "an answer",
                        () -> releng.messagesFor(bob).stream()
                                .anyMatch(message -> message.words().contains("was asked and has until")));
    }

    @Test
    void aStaleButtonSaysWhatIsTrueNow() {
        Message grant = ann.types(releng, "/claim dev-signing for 2h").answer();
        ann.types(releng, "/unclaim dev-signing");
        bob.types(releng, "/claim dev-signing for 1h");
        Exchange press = ann.presses(grant, "Give it back");
        assertThat(press.followUp().words()).contains("is over").contains("bob");
        assertThat(ann.types(releng, "/who-is-using dev-signing").answer().words())
                .contains("bob");
    }

    @Test
    void guestsAsk() {
        cleo.isGuest();
        assertThat(cleo.types(releng, "/claim dev-signing").answer().words()).contains("role");
        assertThat(cleo.types(releng, "/who-is-using dev-signing").answer().words())
                .contains("free");
    }

    @Test
    void askDibsAnswersInTheThreadAndDoesNothing() {
        Message words = ann.wrote(releng, "claim dev-signing for 2h");
        Exchange asked = bob.usesShortcut("ask_dibs", words);
        assertThat(asked.problems()).isEmpty();
        scene.slack()
                .await(
                        "an answer",
                        () -> releng.thread(words).size() == 2
                                || !releng.thread(words).isEmpty());
        assertThat(ann.types(releng, "/who-is-using dev-signing").answer().words())
                .contains("free");
    }

    @Test
    void whatIsDeliveredAgainHasItsEffectOnce() {
        Exchange first = ann.mentions(releng, "claim dev-signing for 2h");
        scene.slack().redelivers(first, 1, "http_timeout");
        scene.slack().redelivers(first, 2, "http_timeout");
        assertThat(releng.posts(1)).hasSize(1);
        Exchange typed = bob.types(releng, "/claim dev-balrog for 1h");
        assertThat(scene.slack().requests().replays(typed).status()).isEqualTo(200);
        assertThat(bob.types(releng, "/history dev-balrog").answer().words().split("claimed", -1))
                .hasSize(2);
    }
}
