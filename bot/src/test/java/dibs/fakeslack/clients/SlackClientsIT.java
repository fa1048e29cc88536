package dibs.fakeslack.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.Exchange;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.delivery.SignedRequest;
import dibs.fakeslack.web.Fault;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.View;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Slack's own clients take the hand-written Slack for the real one. */
class SlackClientsIT {
    private final FakeSlack slack = FakeSlack.start(InstantSource.system()); // the clients go by the machine's clock
    private final FakeUser ann = slack.user("ann").livesIn("Europe/Berlin");
    private final FakeChannel general = slack.channel("general");

    @AfterEach
    void stop() {
        slack.close();
    }

    @Test
    void theWebApiClientPostsEditsAndReadsAndWaitsOutRateLimits() {
        slack.fails("chat.postMessage", 1, Fault.rateLimited(Duration.ofSeconds(1)));
        try (Node node = Node.run(slack, "web-api.js", general.id(), ann.id())) {
            assertThat(node.line("auth").at("/result/team_id").asString()).isEqualTo("T1");
            assertThat(node.line("post").at("/result/message/text").asString()).isEqualTo("held by ann");
            assertThat(node.line("update").at("/result/text").asString()).isEqualTo("free");
            JsonNode history = node.line("history");
            assertThat(history.at("/result/messages/0/metadata/event_payload/key")
                            .asString())
                    .isEqualTo("k1");
            assertThat(node.line("pin").at("/result/ok").asBoolean()).isTrue();
            assertThat(node.line("dm").at("/result/ok").asBoolean()).isTrue();
            assertThat(node.line("user").at("/result/user/tz").asString()).isEqualTo("Europe/Berlin");
            assertThat(node.line("home").at("/result/view/type").asString()).isEqualTo("home");
            JsonNode bad = node.line("bad");
            assertThat(bad.at("/error/error").asString()).isEqualTo("invalid_blocks");
            assertThat(bad.at("/error/response_metadata/messages/0").asString())
                    .contains("[json-pointer:/blocks/0/text/text]");
            assertThat(node.line("people").path("result")).hasSize(2);
        }
        assertThat(general.pinned()).extracting(Message::words).containsExactly("*free*");
        assertThat(ann.dm().posts()).extracting(Message::text).containsExactly("yours");
        assertThat(ann.home().words()).isEqualTo("nothing held");
    }

    @Test
    void theSocketClientAcknowledgesAndComesBack() {
        try (Node node = Node.run(slack, "socket.js")) {
            node.line("connected");
            assertThat(ann.types(general, "/claim one").answer().text()).isEqualTo("heard one");
            Exchange mention = ann.mentions(general, "leases");
            assertThat(mention.fine()).isTrue();
            JsonNode first = node.line("event");
            slack.redelivers(mention, 2, "timeout");
            JsonNode second = node.line("event");
            assertThat(second.path("id")).isEqualTo(first.path("id"));
            assertThat(second.path("retry").asInt()).isEqualTo(2);
            slack.sockets().refreshes();
            slack.sockets().awaitsOpened(2);
            assertThat(ann.types(general, "/claim two").answer().text()).isEqualTo("heard two");
            slack.sockets().drops();
            slack.sockets().awaitsOpened(3);
            assertThat(ann.types(general, "/claim three").answer().text()).isEqualTo("heard three");
        }
    }

    @Test
    void boltTakesOurSignedRequestsAndNoOthers() {
        try (Node node = Node.run(slack, "bolt.js")) {
            connect(node);
            assertThat(slack.requests().verifiesUrl("c-1").body()).contains("c-1");
            Exchange claimed = ann.types(general, "/claim dev-signing");
            Message granted = claimed.followUp();
            assertThat(granted.text()).isEqualTo("granted dev-signing");
            assertThat(ann.presses(granted, "Unclaim").followUp().text()).isEqualTo("released L1");
            SignedRequest forged = slack.requests().of(claimed).withSignature("v0=" + "0".repeat(64));
            assertThat(slack.requests().sends(forged).status()).isEqualTo(401);
            assertThat(slack.requests()
                            .sends(slack.requests().of(claimed).cutTo(40))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void boltOpensModalsAnswersInThreadsAndPublishesHomes() {
        try (Node node = Node.run(slack, "bolt.js")) {
            connect(node);
            View modal = ann.types(general, "/claim").modal();
            ann.submits(modal, Map.of("Purpose", "x"));
            assertThat(ann.modals()).hasSize(1);
            ann.submits(modal, Map.of("Purpose", "try a key"));
            assertThat(ann.modals()).isEmpty();
            Message question = ann.wrote(general, "is it free?");
            ann.mentions(general, question, "who-is-using dev-signing");
            assertThat(general.posts(1).getFirst().threadTs()).isEqualTo(question.ts());
            ann.usesShortcut("ask", question);
            assertThat(general.posts(2).getLast().text()).isEqualTo("asked");
            ann.opensHome();
            assertThat(ann.home().words()).isEqualTo("nothing held");
        }
    }

    private void connect(Node node) {
        int port = node.line("listening").path("port").asInt();
        slack.connect(URI.create("http://127.0.0.1:" + port + "/slack/events"));
    }
}
