package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.slack.SlackPlatform;
import dibs.bot.platform.slack.SlackSettings;
import dibs.bot.platform.slack.Timing;
import dibs.fakematrix.Message;
import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.FakeUser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slack and Matrix in one program on one store: the same leases, and the same person on both. */
final class SlackAndMatrixTest {
    private final MatrixScene matrix = new MatrixScene();
    private final FakeSlack slack = FakeSlack.start(matrix.clock());
    private SlackPlatform platform;
    private final Server http = new Server();

    @BeforeEach
    void connect() throws Exception {
        platform = new SlackPlatform(
                new SlackSettings(
                        slack.botToken(),
                        Optional.of(slack.signingSecret()),
                        Optional.empty(),
                        URI.create(slack.apiUrl()),
                        Optional.empty(),
                        SlackSettings.COMMANDS,
                        Map.of()),
                matrix.parts().conversation(),
                matrix.parts().directory(),
                matrix.clock(),
                new Timing(Duration.ofMillis(800), Duration.ofMillis(1)));
        ServerConnector connector = new ServerConnector(http);
        connector.setHost("127.0.0.1");
        http.addConnector(connector);
        http.setHandler(platform.door().orElseThrow());
        http.start();
        slack.connect(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/slack/events"));
        CountDownLatch connected = new CountDownLatch(1);
        platform.whenConnected((messenger, posts) -> {
            matrix.parts().platforms().connect(messenger, posts);
            connected.countDown();
        });
        platform.start();
        slack.await("Dibs to come", () -> connected.getCount() == 0);
    }

    @AfterEach
    void close() throws Exception {
        platform.close();
        http.stop();
        matrix.close();
        slack.close();
    }

    @Test
    void aLeaseThatWasTakenOnSlackIsGivenBackFromMatrixByTheSamePerson() {
        FakeUser ann = slack.user("ann");
        RoomId direct = matrix.direct(matrix.ann());
        String answer = matrix.answer(matrix.ann(), direct, "me link");
        String code = answer.replaceAll("(?s).*me link (\\w+).*", "$1");
        ann.types(ann.dm(), "/dibs me link " + code);

        ann.types(ann.dm(), "/claim dev-signing for 2h the new key");
        assertThat(matrix.answer(matrix.bob(), matrix.home(), "!claim dev-signing"))
                .contains("ann");
        assertThat(matrix.answer(matrix.bob(), matrix.home(), "!dibs wait dev-signing"))
                .contains("dev-signing");
        assertThat(matrix.answer(matrix.ann(), matrix.home(), "!unclaim dev-signing"))
                .contains("dev-signing");

        assertThat(matrix.rows("select state.token from unit state where name = 'dev-signing' and lease_id is not null"
                        + " and until > " + matrix.clock().instant().toEpochMilli()))
                .isEmpty();
        assertThat(told(matrix)).anyMatch(said -> said.contains("dev-signing"));
    }

    private static List<String> told(MatrixScene scene) {
        return scene.server().calls("send").stream()
                .filter(call -> call.call().about().startsWith("parcel."))
                .map(call -> call.call().room())
                .map(RoomId::new)
                .flatMap(room -> {
                    scene.bob().joins(room);
                    return scene.bob().reads(room, scene.dibs()).stream().map(Message::body);
                })
                .toList();
    }
}
