package dibs.fakeslack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dibs.fakeslack.web.Fault;
import dibs.fakeslack.workspace.Message;
import dibs.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Slack does not let an app do, and what goes wrong when a test wants it to. */
class LimitsAndFaultsTest {
    private static final String VIEW = "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},"
            + "\"blocks\":[{\"type\":\"divider\"}]}";

    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final FakeSlack slack = FakeSlack.start(clock);
    private final EchoApp app = EchoApp.of(slack);
    private final FakeUser ann = slack.user("ann").livesIn("Europe/Berlin");
    private final FakeChannel general = slack.channel("general");

    @AfterEach
    void stop() {
        app.close();
        slack.close();
    }

    private String post() {
        return "{\"channel\":\"%s\",\"text\":\"hello\"}".formatted(general.id());
    }

    private String error(String method, String json) {
        return app.calls(method, json).path("error").asString("ok");
    }

    private String opens(String trigger) {
        return error("views.open", "{\"trigger_id\":\"%s\",\"view\":%s}".formatted(trigger, VIEW));
    }

    @Test
    void aTriggerIsGoodOnceForThreeSeconds() {
        ann.types(general, "/claim");
        String first = app.last().field("trigger_id");
        clock.advance(Duration.ofSeconds(3));
        assertThat(opens(first)).isEqualTo("ok");
        assertThat(opens(first)).isEqualTo("exchanged_trigger_id");
        ann.types(general, "/claim");
        clock.advance(Duration.ofMillis(3001));
        assertThat(opens(app.last().field("trigger_id"))).isEqualTo("expired_trigger_id");
        assertThat(opens("1.2.forged")).isEqualTo("invalid_trigger_id");
    }

    @Test
    void nobodyRepliesToWhatIsNotThere() {
        String ts = app.calls("chat.postMessage", post()).path("ts").asString();
        String reply = "{\"channel\":\"%s\",\"text\":\"again\",\"thread_ts\":\"%s\"}";
        assertThat(error("chat.postMessage", reply.formatted(general.id(), "1795424400.999999")))
                .isEqualTo("cannot_reply_to_message");
        assertThat(error("chat.postMessage", reply.formatted(general.id(), ts))).isEqualTo("ok");

        general.deletes(ts);
        assertThat(error("chat.postMessage", reply.formatted(general.id(), ts))).isEqualTo("cannot_reply_to_message");
        assertThat(error("conversations.replies", "{\"channel\":\"%s\",\"ts\":\"%s\"}".formatted(general.id(), ts)))
                .isEqualTo("thread_not_found");
        assertThat(general.posts()).hasSize(1);
    }

    @Test
    void modalsLieThreeDeep() {
        ann.types(general, "/claim");
        opens(app.last().field("trigger_id"));
        app.answers(200, "{\"response_action\":\"push\",\"view\":" + VIEW + "}");
        ann.submits(ann.modal(), Map.of());
        assertThat(ann.submits(ann.modal(), Map.of()).fine()).isTrue();
        assertThat(ann.submits(ann.modal(), Map.of()).problems()).containsExactly("push_limit_reached");
        ann.closes(ann.modal());
        assertThat(ann.modals()).hasSize(2);
    }

    @Test
    void aResponseAddressIsGoodFiveTimesForThirtyMinutes() {
        Exchange exchange = ann.types(general, "/claim x");
        IntStream.rangeClosed(1, 5)
                .forEach(use -> assertThat(app.posts(exchange.responseUrl(), "{\"text\":\"again\"}")
                                .body())
                        .isEqualTo("ok"));
        var sixth = app.posts(exchange.responseUrl(), "{\"text\":\"again\"}");
        assertThat(sixth.statusCode()).isEqualTo(404);
        assertThat(sixth.body()).contains("used_url");
        assertThat(exchange.followUps()).hasSize(5).allMatch(message -> ann.id().equals(message.onlyTo()));

        Exchange late = ann.types(general, "/claim x");
        clock.advance(Duration.ofMinutes(30).plusSeconds(1));
        assertThat(app.posts(late.responseUrl(), "{\"text\":\"late\"}").body()).contains("expired_url");
    }

    @Test
    void plannedRateLimitsAreForTheirMethodAndChannelOnly() {
        FakeChannel other = slack.channel("other");
        slack.failsIn(general, "chat.postMessage", 1, Fault.rateLimited(Duration.ofSeconds(7)));
        assertThat(error("chat.postMessage", post().replace(general.id(), other.id())))
                .isEqualTo("ok");
        var limited = app.callsRaw("chat.postMessage", post());
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(error("chat.postMessage", post())).isEqualTo("ok");
    }

    @Test
    void paceIsOneMessageASecondInEachChannel() {
        slack.keepsPace();
        assertThat(error("chat.postMessage", post())).isEqualTo("ok");
        assertThat(app.callsRaw("chat.postMessage", post()).statusCode()).isEqualTo(429);
        assertThat(error(
                        "chat.postMessage",
                        post().replace(general.id(), slack.channel("other").id())))
                .isEqualTo("ok");
        clock.advance(Duration.ofSeconds(1));
        assertThat(error("chat.postMessage", post())).isEqualTo("ok");
    }

    @Test
    void aResetLosesTheCallOrOnlyItsAnswer() {
        slack.fails("chat.postMessage", 2, Fault.reset());
        assertThatThrownBy(() -> app.calls("chat.postMessage", post()));
        assertThat(general.posts()).isEmpty();
        slack.heals();
        slack.fails("chat.postMessage", 1, Fault.answerLost());
        assertThatThrownBy(() -> app.calls("chat.postMessage", post()));
        assertThat(general.posts()).hasSize(1);
    }

    @Test
    void aCallHangsUntilItIsLetGo() {
        slack.fails("auth.test", 1, Fault.hang());
        var call = new FutureTask<>(() -> app.calls("auth.test", "{}"));
        Thread.ofPlatform().daemon().start(call);
        slack.await("the call", () -> !slack.journal().calls("auth.test").isEmpty());
        assertThat(call).isNotDone();
        slack.letsGo();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void serverErrorsArePages() {
        slack.fails("*", 1, Fault.serverError());
        var page = app.callsRaw("auth.test", "{}");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).startsWith("<html>");
        assertThat(slack.journal().calls()).extracting(call -> call.ok()).containsExactly(false);
    }

    @Test
    void aRevokedTokenAndAMissingScopeSaySo() {
        slack.grants("chat:write");
        var refused = app.calls("users.info", "{\"user\":\"%s\"}".formatted(ann.id()));
        assertThat(refused.path("error").asString()).isEqualTo("missing_scope");
        assertThat(refused.path("needed").asString()).isEqualTo("users:read");
        assertThat(app.callsRaw("auth.test", "{}").headers().firstValue("x-oauth-scopes"))
                .hasValue("chat:write");
        slack.revokesToken();
        assertThat(error("auth.test", "{}")).isEqualTo("token_revoked");
    }

    @Test
    void channelsThatAreGoneArchivedOrForeignRefuse() {
        assertThat(error("chat.postMessage", "{\"channel\":\"C0NONE\",\"text\":\"x\"}"))
                .isEqualTo("channel_not_found");
        slack.grants("chat:write");
        general.withoutBot();
        assertThat(error("chat.postMessage", post())).isEqualTo("not_in_channel");
        general.withBot().isArchived();
        assertThat(error("chat.postMessage", post())).isEqualTo("is_archived");
        general.isDeleted();
        assertThat(error("chat.postMessage", post())).isEqualTo("channel_not_found");
    }

    @Test
    void onlyItsOwnMessagesAreEditedPinnedOnceAndFoundByTheirKey() {
        Message hers = ann.wrote(general, "hi");
        assertThat(error(
                        "chat.update",
                        "{\"channel\":\"%s\",\"ts\":\"%s\",\"text\":\"x\"}".formatted(general.id(), hers.ts())))
                .isEqualTo("cant_update_message");
        String keyed = post().replace("}", ",\"metadata\":{\"event_type\":\"k\",\"event_payload\":{\"key\":\"1\"}}}");
        String ts = app.calls("chat.postMessage", keyed).path("ts").asString();
        String pin = "{\"channel\":\"%s\",\"timestamp\":\"%s\"}".formatted(general.id(), ts);
        assertThat(error("pins.add", pin)).isEqualTo("ok");
        assertThat(error("pins.add", pin)).isEqualTo("already_pinned");
        assertThat(app.calls(
                                "conversations.history",
                                "{\"channel\":\"%s\",\"include_all_metadata\":true}".formatted(general.id()))
                        .at("/messages/0/metadata/event_payload/key")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void peopleHaveZonesAndLongTextsAreCut() {
        var info = app.calls("users.info", "{\"user\":\"%s\"}".formatted(ann.id()));
        assertThat(info.at("/user/tz").asString()).isEqualTo("Europe/Berlin");
        assertThat(info.at("/user/tz_offset").asInt()).isEqualTo(3600);
        app.calls("chat.postMessage", post().replace("hello", "x".repeat(40_001)));
        assertThat(general.posts().getFirst().text()).hasSize(40_000);
    }
}
