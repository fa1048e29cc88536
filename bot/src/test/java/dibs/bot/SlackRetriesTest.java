package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.Exchange;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.delivery.SignedRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Slack delivers again, over either way, to the whole server: one effect each, and none lost. */
class SlackRetriesTest {
    @TempDir
    private Path folder;

    private final FakeSlack slack = FakeSlack.start(InstantSource.system());
    private final FakeUser ann = slack.user("ann");
    private final FakeUser bob = slack.user("bob");
    private final FakeChannel releng = slack.channel("releng").with(ann, bob);
    private final FakeChannel random = slack.channel("random").with(ann, bob);

    @AfterEach
    void close() {
        slack.close();
    }

    private Server overHttp() {
        Server server = SlackUp.start(slack, releng, folder, Map.of("SLACK_SIGNING_SECRET", slack.signingSecret()));
        slack.connect(SlackUp.door(server));
        return server;
    }

    private Server overASocket() {
        Server server = SlackUp.start(slack, releng, folder, Map.of("SLACK_APP_TOKEN", slack.appToken()));
        slack.sockets().awaits(1);
        slack.await("Dibs to be connected", () -> !releng.pinned().isEmpty());
        return server;
    }

    private int claims(String environment) {
        String history =
                bob.types(random, "/dibs history " + environment).answer().words();
        return history.split("claimed by", -1).length - 1;
    }

    @Test
    void anEventThatComesAgainAfterARestartIsKnown() {
        Exchange mention;
        try (Server before = overHttp()) {
            slack.await("Dibs to be connected", () -> !releng.pinned().isEmpty());
            mention = ann.mentions(random, "claim dev-signing for 2h");
            assertThat(mention.answer().words()).contains("`dev-signing` is yours");
            assertThat(before.pages()).isNotEmpty();
        }
        try (Server after = overHttp()) {
            slack.await(
                    "Dibs to be connected",
                    () -> ann.types(random, "/leases mine").answer().words().contains("dev-signing"));
            assertThat(slack.redelivers(mention, 1, "http_timeout").status()).isEqualTo(200);
            assertThat(slack.redelivers(mention, 2, "http_timeout").status()).isEqualTo(200);
            assertThat(claims("dev-signing")).isEqualTo(1);
            assertThat(after.pages()).isNotEmpty();
        }
    }

    @Test
    void anEventThatComesBeforeSlackLetDibsInIsToComeAgain() {
        slack.revokesToken();
        try (Server server = overHttp()) {
            Exchange early = ann.mentions(random, "claim dev-signing for 2h");
            assertThat(early.status()).isEqualTo(503);
            assertThat(slack.requests().replays(early).noRetry()).isFalse();
            assertThat(ann.types(random, "/claim dev-balrog").body()).contains("Dibs is connecting to Slack");
            slack.restoresToken();
            slack.await(
                    "Slack to let Dibs in",
                    () -> SlackUp.get(server, "/metrics").body().contains("dibs_connection_up{platform=\"slack\"} 1"));
            Exchange again = slack.redelivers(early, 1, "http_error");
            assertThat(again.status()).isEqualTo(200);
            slack.await(
                    "an answer",
                    () -> random.posts().stream()
                            .anyMatch(message -> message.words().contains("`dev-signing` is yours")));
            assertThat(claims("dev-signing")).isEqualTo(1);
        }
    }

    @Test
    void whatNoRepetitionMakesBetterIsNotAskedForAgain() {
        try (Server server = overHttp()) {
            slack.await("Dibs to be connected", () -> !releng.pinned().isEmpty());
            SignedRequest.Answer malformed = slack.requests()
                    .sends(slack.requests().signed(SignedRequest.FORM, "payload=%7B%22type%22%3A%22block_actions%22"));
            assertThat(malformed.status()).isEqualTo(400);
            assertThat(malformed.noRetry()).isTrue();
            SignedRequest.Answer unsigned = slack.requests()
                    .sends(slack.requests().signed(SignedRequest.JSON, "{}").withSignature("v0=00"));
            assertThat(unsigned.status()).isEqualTo(401);
            assertThat(unsigned.noRetry()).as("it may be signed anew").isFalse();
            assertThat(server.pages()).isNotEmpty();
        }
    }

    @Test
    void aSocketThatBreaksAndIsRefreshedLosesNothingAndDoesNothingTwice() {
        try (Server server = overASocket()) {
            assertThat(ann.types(random, "/claim dev-signing for 2h").answer().words())
                    .contains("is yours");

            int opened = slack.sockets().openedSoFar();
            slack.sockets().refreshes();
            slack.sockets().awaitsOpened(opened + 1);
            assertThat(bob.types(random, "/claim dev-signing").answer().words()).contains("ann");

            opened = slack.sockets().openedSoFar();
            slack.sockets().drops();
            slack.sockets().awaitsOpened(opened + 1);
            assertThat(bob.types(random, "/claim dev-balrog").answer().words()).contains("is yours");

            Exchange broken = slack.typesOverBrokenSocket(bob, random, "/claim dev-tree for 1h");
            assertThat(broken.status()).isEqualTo(200);
            assertThat(claims("dev-tree")).isEqualTo(1);

            Exchange mention = ann.mentions(random, "claim dev-lando for 1h");
            assertThat(mention.answer().words()).contains("is yours");
            slack.redelivers(mention, 1, "timeout");
            slack.redelivers(mention, 2, "timeout");
            assertThat(claims("dev-lando")).isEqualTo(1);
            assertThat(random.posts().stream().filter(message -> message.words().contains("`dev-lando` is yours")))
                    .hasSize(1);
            slack.await(
                    "the heartbeat to be well",
                    () -> SlackUp.get(server, "/__heartbeat__").body().contains("\"slack\":\"ok\""));
        }
    }
}
