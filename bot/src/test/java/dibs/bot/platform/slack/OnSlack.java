package dibs.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.bot.Talk;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.FakeUser;
import dibs.testkit.FakeClock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** Dibs in a Slack of its own, over HTTP: it is Monday, ten o'clock in Berlin, and everybody is in {@code #releng}. */
public final class OnSlack implements AutoCloseable {
    private final Talk talk;
    private final FakeSlack slack;
    private final SlackPlatform platform;
    private final Server jetty = new Server();

    /** With the built-in catalog. */
    public OnSlack() {
        this(ConfigLoader.builtin());
    }

    /** With that configuration. */
    public OnSlack(ConfigResult config) {
        talk = new Talk(config);
        slack = FakeSlack.start(talk.clock());
        SlackSettings settings = new SlackSettings(
                slack.botToken(),
                Optional.of(slack.signingSecret()),
                Optional.empty(),
                URI.create(slack.apiUrl()),
                Optional.empty(),
                SlackSettings.COMMANDS,
                Map.<String, List<String>>of());
        platform = new SlackPlatform(settings, talk.conversation(), talk.directory(), talk.clock(), Timing.USUAL);
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        jetty.setHandler(platform.door().orElseThrow());
        LifeCycle.start(jetty);
        platform.start();
        slack.connect(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/slack/events"));
        until("it is connected", () -> platform.installation().isPresent());
    }

    /** Draws home tabs anew, as the program does about every second. */
    public void refresh() {
        platform.refreshHomes();
    }

    /** The same again and again until it holds, ten seconds at most. */
    public void refreshUntil(String what, BooleanSupplier holds) {
        until(what, () -> {
            refresh();
            return holds.getAsBoolean();
        });
    }

    private static void until(String what, BooleanSupplier holds) {
        long latest = System.nanoTime() + 10_000_000_000L;
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime() - latest).as(what).isNegative();
            Thread.onSpinWait();
        }
    }

    /** Slack itself. */
    public FakeSlack slack() {
        return slack;
    }

    /** What is below Slack. */
    public Talk talk() {
        return talk;
    }

    /** The clock of all of it. */
    public FakeClock clock() {
        return talk.clock();
    }

    /** A full member in Berlin. */
    public FakeUser user(String name) {
        return slack.user(name).isCalled(name, name).livesIn("Europe/Berlin");
    }

    /** Where everybody is. */
    public FakeChannel releng() {
        return slack.channel("releng");
    }

    @Override
    public void close() {
        platform.close();
        LifeCycle.stop(jetty);
        slack.close();
        talk.close();
    }
}
