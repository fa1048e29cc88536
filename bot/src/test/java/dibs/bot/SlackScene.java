package dibs.bot;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.connection.Status;
import dibs.backend.person.AccountId;
import dibs.backend.store.StoreConfig;
import dibs.bot.command.Answer;
import dibs.bot.command.Conversation;
import dibs.bot.command.Inbound;
import dibs.bot.platform.slack.SlackPlatform;
import dibs.bot.platform.slack.Timing;
import dibs.bot.platform.slack.door.SlackDoor;
import dibs.bot.reply.PlainText;
import dibs.fakeslack.FakeSlack;
import dibs.testkit.CountingIds;
import dibs.testkit.FakeClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Dibs on a Slack that is no more than this machine, with a clock that the test moves. */
final class SlackScene implements AutoCloseable {
    private static final Timing FAST = new Timing(Duration.ofMillis(800), Duration.ofMillis(1));

    private final FakeClock clock = new FakeClock(Talk.MONDAY);
    private final FakeSlack slack = FakeSlack.start(clock);
    private final Path folder;
    private final Parts parts;
    private final SlackPlatform platform;
    private final Optional<Server> http;

    private SlackScene(Function<FakeSlack, Map<String, String>> more, Function<FakeSlack, ConfigResult> configured) {
        ConfigResult config = configured.apply(slack);
        try {
            folder = Files.createTempDirectory("dibs-slack");
            Map<String, String> settings = new LinkedHashMap<>(more.apply(slack));
            settings.put("SLACK_BOT_TOKEN", slack.botToken());
            settings.put("SLACK_API_URL", slack.apiUrl());
            settings.put("DIBS_TIMEZONE", "Europe/Berlin");
            Start start = start(settings, config);
            parts = Parts.open(start, clock, new CountingIds());
            platform = new SlackPlatform(
                    start.settings().slack().orElseThrow(), parts.conversation(), parts.directory(), clock, FAST);
            http = platform.door().map(SlackScene::serve);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        http.ifPresent(server -> slack.connect(URI.create("http://127.0.0.1:" + port(server) + SlackDoor.PATH)));
        platform.whenConnected(parts.platforms()::connect);
        parts.platforms().watch(platform::connection);
        parts.beat().add("drawing home tabs", platform::refreshHomes);
        parts.beat().add("looking for Slack", platform::lookAgain);
        platform.start();
        slack.await("Dibs to come", () -> !parts.platforms().messengers().isEmpty());
    }

    /** Slack's requests come over HTTP. */
    static SlackScene overHttp() {
        return overHttp(Map.of());
    }

    /** The same with more settings. */
    static SlackScene overHttp(Map<String, String> more) {
        return overHttp(slack -> more);
    }

    /** The same with settings that name what is on that Slack. */
    static SlackScene overHttp(Function<FakeSlack, Map<String, String>> more) {
        return new SlackScene(signed(more), slack -> ConfigLoader.builtin());
    }

    /** Slack's requests come over a socket. */
    static SlackScene overASocket() {
        SlackScene scene =
                new SlackScene(slack -> Map.of("SLACK_APP_TOKEN", slack.appToken()), slack -> ConfigLoader.builtin());
        scene.slack().sockets().awaits(1);
        return scene;
    }

    /** Over HTTP with a configuration file that names what is on that Slack. */
    static SlackScene configured(Function<FakeSlack, String> file) {
        return new SlackScene(signed(slack -> Map.of()), slack -> ConfigLoader.parse("dibs.yaml", file.apply(slack)));
    }

    private static Function<FakeSlack, Map<String, String>> signed(Function<FakeSlack, Map<String, String>> more) {
        return slack -> {
            Map<String, String> settings = new LinkedHashMap<>(more.apply(slack));
            settings.put("SLACK_SIGNING_SECRET", slack.signingSecret());
            return settings;
        };
    }

    private Start start(Map<String, String> environment, ConfigResult config) {
        Settings settings = switch (Settings.read(environment, Start.config(config))) {
            case Settings.Read.Good good -> good.settings();
            case Settings.Read.Bad bad -> throw new IllegalStateException(bad.toString());
        };
        StoreConfig store = StoreConfig.of(folder.resolve("dibs.db").toString());
        return new Start(settings, Start.config(config), Optional.empty(), store);
    }

    private static Server serve(SlackDoor door) {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(door);
        try {
            server.start();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        return server;
    }

    private static int port(Server server) {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    FakeSlack slack() {
        return slack;
    }

    FakeClock clock() {
        return clock;
    }

    /** Does the work while nothing can be written to the store. */
    <T> T whileStoreStalls(Supplier<T> work) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("dibs.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            try {
                return work.get();
            } finally {
                statement.execute("rollback");
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Does what is due at that time later, as the program does about every second. */
    void beatAfter(Duration time) {
        clock.advance(time);
        parts.beat().at(clock.instant(), true);
    }

    /** How Dibs is. */
    Status status() {
        return parts.troubles().status();
    }

    /** For what is said elsewhere meanwhile. */
    Conversation conversation() {
        return parts.conversation();
    }

    /** The answer to a line at a terminal. */
    String says(String name, String line) {
        AccountId account = AccountId.of("console", name);
        Answer answer = conversation()
                .answer(new Inbound(Optional.empty(), account, name, Optional.empty(), account.value(), line));
        return PlainText.of(answer.reply().blocks(), answer.reader());
    }

    @Override
    public void close() {
        try {
            platform.close();
            if (http.isPresent()) {
                http.get().stop();
            }
            parts.close();
            slack.close();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
