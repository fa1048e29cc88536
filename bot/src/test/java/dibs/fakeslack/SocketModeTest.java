package dibs.fakeslack;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.testkit.FakeClock;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Envelopes over connections that the app opened, and what happens when those break. */
class SocketModeTest {
    private final FakeSlack slack = FakeSlack.start(new FakeClock(Instant.parse("2026-11-23T09:00:00Z")));
    private final FakeUser ann = slack.user("ann");
    private final FakeChannel general = slack.channel("general");

    @AfterEach
    void stop() {
        slack.close();
    }

    @Test
    void onlyTheAppTokenOpensOne() throws Exception {
        assertThat(SocketApp.openConnection(slack, slack.botToken())
                        .path("error")
                        .asString())
                .isEqualTo("not_allowed_token_type");
        assertThat(SocketApp.openConnection(slack, "xapp-forged").path("error").asString())
                .isEqualTo("invalid_auth");
    }

    @Test
    void aCommandIsAnEnvelopeAndItsAcknowledgementMayAnswer() throws Exception {
        SocketApp app = SocketApp.open(slack, false, "{\"text\":\"granted\"}");
        assertThat(app.next().path("type").asString()).isEqualTo("hello");
        Exchange exchange = ann.types(general, "/claim dev-signing");
        var envelope = app.next();
        assertThat(envelope.path("type").asString()).isEqualTo("slash_commands");
        assertThat(envelope.at("/payload/text").asString()).isEqualTo("dev-signing");
        assertThat(exchange.answer().text()).isEqualTo("granted");
    }

    @Test
    void envelopesAreSpreadOverAllConnections() throws Exception {
        SocketApp one = SocketApp.open(slack, false, "");
        SocketApp two = SocketApp.open(slack, false, "");
        slack.sockets().awaits(2);
        ann.mentions(general, "leases");
        ann.mentions(general, "leases mine");
        assertThat(one.rest()).hasSize(2);
        assertThat(two.rest())
                .hasSize(2)
                .last()
                .satisfies(frame -> assertThat(frame.path("type").asString()).isEqualTo("events_api"));
    }

    @Test
    void aConnectionThatBreaksBeforeTheAcknowledgementHasItsEnvelopeSentAgain() throws Exception {
        SocketApp broken = SocketApp.open(slack, true, "");
        broken.next();
        var typed = new FutureTask<>(() -> slack.typesOverBrokenSocket(ann, general, "/claim dev-signing"));
        Thread.ofPlatform().daemon().start(typed);
        var first = broken.next();
        SocketApp healthy = SocketApp.open(slack, false, "");
        healthy.next();
        var second = healthy.next();
        assertThat(typed.get(10, TimeUnit.SECONDS).fine()).isTrue();
        assertThat(second.path("envelope_id")).isEqualTo(first.path("envelope_id"));
        assertThat(second.at("/payload/trigger_id")).isEqualTo(first.at("/payload/trigger_id"));
        assertThat(second.path("retry_attempt").asInt()).isEqualTo(1);
    }

    @Test
    void anAskedForRepeatCarriesTheSameEnvelopeAndEvent() throws Exception {
        SocketApp app = SocketApp.open(slack, false, "");
        app.next();
        Exchange exchange = ann.mentions(general, "leases");
        slack.redelivers(exchange, 1, "timeout");
        var first = app.next();
        var second = app.next();
        assertThat(second.path("envelope_id")).isEqualTo(first.path("envelope_id"));
        assertThat(second.at("/payload/event_id")).isEqualTo(first.at("/payload/event_id"));
        assertThat(second.path("retry_reason").asString()).isEqualTo("timeout");
    }

    @Test
    void aConnectionIsWarnedRefreshedAndDropped() throws Exception {
        SocketApp app = SocketApp.open(slack, false, "");
        app.next();
        slack.sockets().warns();
        assertThat(app.next().path("reason").asString()).isEqualTo("warning");
        slack.sockets().refreshes();
        assertThat(app.next().path("reason").asString()).isEqualTo("refresh_requested");
        slack.sockets().drops();
        slack.sockets().awaits(0);
        assertThat(slack.sockets().openedSoFar()).isEqualTo(1);
    }
}
