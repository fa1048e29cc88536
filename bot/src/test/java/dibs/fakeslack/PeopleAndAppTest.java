package dibs.fakeslack;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.View;
import dibs.testkit.FakeClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the app is told when people do things, and what people see of its answers. */
class PeopleAndAppTest {
    private static final String MODAL = """
        {"type":"modal","callback_id":"form","title":{"type":"plain_text","text":"Claim"},
         "submit":{"type":"plain_text","text":"Go"},"blocks":[{"type":"input","block_id":"b1",
         "label":{"type":"plain_text","text":"Purpose"},
         "element":{"type":"plain_text_input","action_id":"a1"}}]}\
        """;

    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final FakeSlack slack = FakeSlack.start(clock);
    private final EchoApp app = EchoApp.of(slack);
    private final FakeUser ann = slack.user("ann");
    private final FakeUser bob = slack.user("bob");
    private final FakeChannel general = slack.channel("general");

    @AfterEach
    void stop() {
        app.close();
        slack.close();
    }

    @Test
    void commandsCarryIdsForNamesAndTheirAnswerIsSeenByTheAskerOnly() {
        app.answers(200, "{\"text\":\"granted\"}");
        Exchange exchange = ann.types(general, "/claim dev-signing with @bob <now> & #general");
        assertThat(app.last().field("text"))
                .isEqualTo(
                        "dev-signing with <@" + bob.id() + "|bob> &lt;now&gt; &amp; <#" + general.id() + "|general>");
        assertThat(app.last().field("command")).isEqualTo("/claim");
        assertThat(exchange.answer().text()).isEqualTo("granted");
        assertThat(general.messagesFor(ann)).hasSize(1);
        assertThat(general.messagesFor(bob)).isEmpty();
    }

    @Test
    void aMentionIsAnEventAndItsThreadIsKept() {
        Message first = ann.wrote(general, "is it free?");
        ann.mentions(general, first, "who is using dev-signing?");
        var event = app.last().json().path("event");
        assertThat(event.path("type").asString()).isEqualTo("app_mention");
        assertThat(event.path("thread_ts").asString()).isEqualTo(first.ts());
        assertThat(event.path("text").asString()).isEqualTo("<@" + slack.botUserId() + "> who is using dev-signing?");
        app.calls("chat.postMessage", """
            {"channel":"%s","thread_ts":"%s","text":"nobody"}\
            """.formatted(general.id(), first.ts()));
        assertThat(general.thread(first)).extracting(Message::text).last().isEqualTo("nobody");
    }

    @Test
    void aPressedButtonSaysWhatItIsAndItsMessageCanBeReplaced() {
        app.calls("chat.postMessage", EchoApp.message(general, "held by ann", "Unclaim"));
        Message message = general.posts(1).getFirst();
        assertThat(message.buttons()).containsExactly("Unclaim");
        Exchange exchange = bob.presses(message, "Unclaim");
        var action = app.last().payload().path("actions").get(0);
        assertThat(action.path("action_id").asString()).isEqualTo("press");
        assertThat(action.path("value").asString()).isEqualTo("v1");
        app.posts(exchange.responseUrl(), "{\"replace_original\":true,\"text\":\"free\"}");
        assertThat(exchange.followUp().text()).isEqualTo("free");
        assertThat(general.now(message).text()).isEqualTo("free");
    }

    @Test
    void aModalIsOpenedFilledInAndSentOff() {
        Exchange asked = ann.types(general, "/claim");
        app.calls("views.open", """
            {"trigger_id":"%s","view":%s}\
            """.formatted(app.last().field("trigger_id"), MODAL));
        View modal = asked.modal();
        assertThat(modal.inputs()).containsExactly("Purpose");
        app.answers(200, "{\"response_action\":\"errors\",\"errors\":{\"b1\":\"too vague\"}}");
        assertThat(ann.submits(modal, Map.of("Purpose", "things")).fine()).isTrue();
        assertThat(ann.modals()).hasSize(1);
        app.answers(200, "");
        ann.submits(modal, Map.of("Purpose", "try a key"));
        assertThat(app.last().payload().at("/view/state/values/b1/a1/value").asString())
                .isEqualTo("try a key");
        assertThat(ann.modals()).isEmpty();
    }

    @Test
    void theHomeTabIsWhatWasPublished() {
        ann.opensHome();
        assertThat(app.last().json().at("/event/tab").asString()).isEqualTo("home");
        app.calls("views.publish", """
            {"user_id":"%s","view":{"type":"home","blocks":[{"type":"divider"},
             {"type":"section","text":{"type":"mrkdwn","text":"nothing held"}}]}}\
            """.formatted(ann.id()));
        assertThat(ann.home().words()).isEqualTo("nothing held");
    }

    @Test
    void aRepeatSaysThatItIsOne() {
        Exchange first = ann.mentions(general, "leases");
        String event = app.last().json().path("event_id").asString();
        slack.redelivers(first, 1, "http_timeout");
        assertThat(app.last().header("X-Slack-Retry-Num")).isEqualTo("1");
        assertThat(app.last().header("X-Slack-Retry-Reason")).isEqualTo("http_timeout");
        assertThat(app.last().json().path("event_id").asString()).isEqualTo(event);
    }

    @Test
    void whatSlackWouldNotTakeIsAProblem() {
        app.answers(500, "");
        assertThat(ann.types(general, "/claim x").problems()).containsExactly("http_500");
    }
}
