package dibs.bot.platform.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.socket_mode.SocketModeClient;
import dibs.backend.connection.Connection;
import dibs.backend.connection.Connection.State;
import dibs.backend.connection.ConnectionWatch;
import dibs.backend.notice.Messenger;
import dibs.backend.person.Directory;
import dibs.bot.announcement.Posts;
import dibs.bot.command.Conversation;
import dibs.bot.platform.slack.door.Gate;
import dibs.bot.platform.slack.door.Installation;
import dibs.bot.platform.slack.door.Repeats;
import dibs.bot.platform.slack.door.SlackDoor;
import dibs.bot.platform.slack.hear.Ear;
import dibs.bot.platform.slack.hear.Hearing;
import dibs.bot.platform.slack.home.Homes;
import dibs.bot.platform.slack.people.Channels;
import dibs.bot.platform.slack.people.Groups;
import dibs.bot.platform.slack.people.People;
import dibs.bot.platform.slack.people.SlackId;
import dibs.bot.platform.slack.send.Lanes;
import dibs.bot.platform.slack.send.Reach;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.platform.slack.send.SlackConnection;
import dibs.bot.platform.slack.send.Voice;
import dibs.bot.platform.slack.unasked.SlackMessenger;
import dibs.bot.platform.slack.unasked.SlackPosts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dibs on Slack: takes requests over HTTP or a socket, whichever the settings allow, and answers them. */
public final class SlackPlatform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackPlatform.class);

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);

    /** A socket that was closed opens again by itself, and the heartbeat is to say so. */
    private static final Duration LOOK_SOON = Duration.ofSeconds(2);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final SlackSettings settings;
    private final SlackConnection connection;
    private final ConnectionWatch watch;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final SlackApi api;
    private final Lanes lanes;
    private final Voice voice;
    private final Channels channels;
    private final App app;
    private final InstantSource clock;
    private final Homes homes;
    private volatile Instant looked = Instant.MIN;
    private volatile boolean deaf;
    private volatile Optional<Installation> installation = Optional.empty();
    private volatile Optional<SocketModeApp> socket = Optional.empty();
    private volatile BiConsumer<Messenger, Posts> connected = (messenger, posts) -> {};

    /** @param clock tells how old a request is, and what is known of people */
    public SlackPlatform(
            SlackSettings settings,
            Conversation conversation,
            Directory directory,
            InstantSource clock,
            Timing timing) {
        this.settings = settings;
        this.clock = clock;
        this.connection = new SlackConnection(settings.api());
        this.watch = new ConnectionWatch(SlackId.PLATFORM, clock);
        this.api = connection.api(settings.botToken(), new Reach(watch));
        this.lanes = new Lanes(executor, timing.spacing());
        this.app = new App(
                AppConfig.builder()
                        .slack(connection.slack())
                        .singleTeamBotToken(settings.botToken())
                        .signingSecret(settings.signingSecret().orElse(""))
                        .subtypedMessageEventsAutoAckEnabled(true)
                        .unmatchedRequestHandler(request -> Response.ok())
                        .build(),
                connection.slack(),
                List.of(new Gate(settings.botToken(), () -> installation), new Repeats()));
        this.channels = new Channels(api, clock);
        People people = new People(api, new Groups(api, settings.roles(), clock), clock);
        this.homes = new Homes(conversation.overviews(), people, api, lanes, clock);
        Ear ear = new Ear(conversation, directory, people, clock);
        conversation.listen(homes::changed);
        this.voice = new Voice(api, lanes);
        Hearing.register(
                app,
                new Hearing.Means(
                        ear, conversation.choices(), api, voice, homes, channels, executor, timing.patience(), clock));
    }

    /** Tells of what speaks unasked here, once Slack has said where the app is installed. To be called before anything else. */
    public void whenConnected(BiConsumer<Messenger, Posts> listener) {
        connected = listener;
    }

    /** Connects in the background, again and again until Slack answers; never throws. */
    public void start() {
        app.start();
        executor.execute(() -> {
            connect();
            settings.appToken().ifPresent(this::openSocket);
        });
    }

    /** Home tabs show what changed anywhere, also at a terminal or in another process; to be called about every second. */
    public void refreshHomes() {
        homes.refresh();
    }

    /** Asks Slack anew when it did not let Dibs in the last time, and tries the socket, about every minute, and sooner while it is closed; to be called about every second. */
    public void lookAgain() {
        Instant now = clock.instant();
        if (installation.isPresent() && !now.isBefore(looked.plus(deaf ? LOOK_SOON : LOOK_EVERY))) {
            looked = now;
            if (!watch.now().up()) {
                executor.execute(() -> api.call(methods -> methods.authTest(it -> it)));
            }
            socket.ifPresent(it -> executor.execute(() -> deaf = !it.getClient().verifyConnection()));
        }
    }

    /** How Slack is connected. */
    public Connection connection() {
        Connection now = watch.now();
        return now.up()
                ? missing()
                        .map(it -> new Connection(now.platform(), State.AWAY, now.since(), now.reached(), it))
                        .orElse(now)
                : now;
    }

    /** What there has to be besides a Slack that answers. */
    private Optional<String> missing() {
        if (installation.isEmpty()) {
            return Optional.of("Slack has not said yet where the app is installed.");
        }
        if (settings.appToken().isPresent() && socket.isEmpty()) {
            return Optional.of("The socket to Slack is not open yet.");
        }
        return deaf
                ? Optional.of("The socket to Slack is closed, so that Dibs hears nothing there; it is opened again.")
                : Optional.empty();
    }

    /** What takes requests over HTTP; nothing without a signing secret. */
    public Optional<SlackDoor> door() {
        return settings.signingSecret().map(secret -> new SlackDoor(app, secret, clock));
    }

    /** What says notices to people here. */
    private Messenger messenger() {
        return new SlackMessenger(voice, this::team);
    }

    /** What puts announcements into channels here. */
    private Posts posts() {
        return new SlackPosts(api, lanes, voice, channels, this::team, settings.channel());
    }

    private Optional<String> team() {
        return installation.map(Installation::team);
    }

    /** Where the app is installed; nothing until Slack has said so. */
    public Optional<Installation> installation() {
        return installation;
    }

    private void connect() {
        Duration pause = Duration.ofSeconds(1);
        while (installation.isEmpty() && !executor.isShutdown()) {
            switch (api.call(methods -> methods.authTest(it -> it))) {
                case Sent.Done<AuthTestResponse> done -> {
                    installation = Optional.of(Installation.of(done.result()));
                    LOG.atInfo().addKeyValue("team", done.result().getTeamId()).log("connected to Slack");
                    connected.accept(messenger(), posts());
                }
                case Sent.Later<AuthTestResponse> later -> pause = pause(pause, later.why());
                case Sent.Refused<AuthTestResponse> refused -> pause = pause(pause, refused.error());
            }
        }
    }

    private void openSocket(String token) {
        Duration pause = Duration.ofSeconds(1);
        while (socket.isEmpty() && !executor.isShutdown()) {
            try {
                SocketModeApp opened = new SocketModeApp(token, SocketModeClient.Backend.JavaWebSocket, app);
                opened.startAsync();
                socket = Optional.of(opened);
                LOG.info("socket to Slack is open");
            } catch (Exception broken) {
                pause = pause(pause, String.valueOf(broken.getMessage()));
            }
        }
    }

    /** Waits, each time twice as long. */
    private static Duration pause(Duration pause, String why) {
        LOG.atWarn().addKeyValue("why", why).log("Slack does not let Dibs in yet");
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    @Override
    public void close() {
        socket.ifPresent(SlackPlatform::close);
        app.stop();
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("what is said and sent on Slack did not end in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }

    private static void close(SocketModeApp open) {
        try {
            open.close();
        } catch (Exception broken) {
            LOG.warn("the socket to Slack was not closed well", broken);
        }
    }
}
