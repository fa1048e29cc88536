package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.FakeUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server as {@code up} starts it, connected to Slack by its settings alone. */
class SlackUpTest {
    @TempDir
    private Path folder;

    private final FakeSlack slack = FakeSlack.start(InstantSource.system());
    private final FakeUser ann = slack.user("ann");
    private final FakeUser bob = slack.user("bob");
    private final FakeChannel releng = slack.channel("releng").with(ann, bob);

    @AfterEach
    void close() {
        slack.close();
    }

    private Server up(Map<String, String> how) {
        return SlackUp.start(slack, releng, folder, how);
    }

    private void aDay() {
        slack.await("a board", () -> !releng.pinned().isEmpty());
        assertThat(ann.types(releng, "/claim dev-signing for 2h to try a key")
                        .answer()
                        .words())
                .contains("`dev-signing` is yours");
        slack.await(
                "the board to say so", () -> releng.pinned().getFirst().words().contains("dev-signing"));
        assertThat(releng.posts()).hasSize(1);
        assertThat(releng.pinned().getFirst().words()).contains("to try a key");

        bob.types(releng, "/nudge dev-signing are you done?");
        slack.await("a direct message", () -> !ann.dm().posts().isEmpty());
        assertThat(ann.dm().posts().getFirst().words())
                .contains("bob would like your")
                .contains("are you done?");
        ann.presses(ann.dm().posts().getFirst(), "Let it go");
        slack.await(
                "the board to say that it is free",
                () -> releng.pinned().getFirst().words().contains("Free, not tidied"));
    }

    @Test
    void overHttp() {
        try (Server server = up(Map.of("SLACK_SIGNING_SECRET", slack.signingSecret()))) {
            slack.connect(SlackUp.door(server));
            aDay();
        }
    }

    @Test
    void overASocket() {
        try (Server server = up(Map.of("SLACK_APP_TOKEN", slack.appToken()))) {
            assertThat(server.pages()).isNotEmpty();
            slack.sockets().awaits(1);
            aDay();
        }
    }

    @Test
    void theHeartbeatAndTheMetricsTellHowItIsAndNobodysName() {
        try (Server server = up(Map.of("SLACK_SIGNING_SECRET", slack.signingSecret()))) {
            slack.connect(SlackUp.door(server));
            slack.await("a board", () -> !releng.pinned().isEmpty());
            ann.types(releng, "/claim dev-signing for 2h to try a key").answer();
            ann.types(releng, "/claim dev-sgning").answer();

            assertThat(SlackUp.get(server, "/__heartbeat__").statusCode()).isEqualTo(200);
            assertThat(SlackUp.get(server, "/__heartbeat__").body())
                    .startsWith(
                            "{\"status\":\"ok\",\"checks\":{\"slack\":\"ok\",\"store\":\"ok\",\"troubles\":\"ok\"}");
            String before = SlackUp.get(server, "/metrics").body();
            assertThat(before)
                    .contains("dibs_connection_up{platform=\"slack\"} 1")
                    .contains("dibs_store_up 1")
                    .contains("dibs_troubles 0")
                    .contains("dibs_outbox_dead 0")
                    .contains("dibs_commands_total{command=\"claim\",outcome=\"granted\"} 1")
                    .contains("dibs_commands_total{command=\"claim\",outcome=\"unknown-name\"} 1")
                    .contains("dibs_command_duration_seconds_count{command=\"claim\"} 2");

            slack.revokesToken();
            ann.mentions(releng, "who is using dev-signing?");
            slack.await(
                    "a warning",
                    () -> SlackUp.get(server, "/__heartbeat__").body().contains("token_revoked"));
            HttpResponse<String> heartbeat = SlackUp.get(server, "/__heartbeat__");
            assertThat(heartbeat.statusCode()).isEqualTo(200);
            assertThat(heartbeat.body())
                    .startsWith("{\"status\":\"warning\"")
                    .contains("\"slack\":{\"status\":\"warning\",\"level\":30,")
                    .contains("\"connection:slack\":\"Slack takes no calls");
            String after = SlackUp.get(server, "/metrics").body();
            assertThat(after)
                    .contains("dibs_connection_up{platform=\"slack\"} 0")
                    .contains("dibs_troubles 1");

            assertThat(before + after + heartbeat.body())
                    .doesNotContain("try a key", "dev-signing", ann.id(), "ann", slack.botToken());
        }
    }

    @Test
    void withoutItsStoreTheHeartbeatFailsAndTheMetricsLeaveOutWhatItKnows() throws IOException {
        try (Server server = up(Map.of("SLACK_SIGNING_SECRET", slack.signingSecret()))) {
            slack.await("a board", () -> !releng.pinned().isEmpty());
            Files.move(folder.resolve("dibs.db"), folder.resolve("elsewhere.db"));

            HttpResponse<String> heartbeat = SlackUp.get(server, "/__heartbeat__");
            assertThat(heartbeat.statusCode()).isEqualTo(500);
            assertThat(heartbeat.body()).startsWith("{\"status\":\"error\",\"checks\":{\"store\":\"error\"}");
            assertThat(SlackUp.get(server, "/metrics").body())
                    .contains("dibs_store_up 0", "dibs_connection_up{platform=\"slack\"} 1")
                    .doesNotContain("dibs_outbox_waiting 0", "dibs_troubles 0");
            assertThat(SlackUp.get(server, "/__lbheartbeat__").statusCode()).isEqualTo(200);
            Files.move(folder.resolve("elsewhere.db"), folder.resolve("dibs.db"));
            assertThat(SlackUp.get(server, "/__heartbeat__").statusCode()).isEqualTo(200);
        }
    }
}
