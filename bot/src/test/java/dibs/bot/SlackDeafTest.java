package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.connection.Connection;
import dibs.backend.connection.Connection.State;
import dibs.fakeslack.web.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A socket that is closed, while Slack answers calls as ever. */
class SlackDeafTest {
    private static final Duration MORE_THAN_A_MINUTE = Duration.ofSeconds(61);

    private final SlackScene scene = SlackScene.overASocket();

    @AfterEach
    void close() {
        scene.close();
    }

    private Connection connection() {
        return scene.status().connections().getFirst();
    }

    @Test
    void isSeenWithinAMinute() {
        scene.slack().await("a socket", () -> connection().up());

        scene.slack().fails("apps.connections.open", 1_000, Fault.error("internal_error"));
        scene.slack().sockets().drops();
        scene.slack().sockets().awaits(0);
        scene.beatAfter(MORE_THAN_A_MINUTE);
        scene.slack().await("it to be seen", () -> !connection().up());

        assertThat(connection().state()).isEqualTo(State.AWAY);
        assertThat(connection().sentence()).contains("The socket to Slack is closed");
        assertThat(scene.status().troubles()).isEmpty();
    }
}
