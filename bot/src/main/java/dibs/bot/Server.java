package dibs.bot;

import dibs.backend.http.Metrics;
import dibs.backend.http.Operations;
import dibs.backend.http.Version;
import dibs.backend.jobs.Jobs;
import dibs.backend.jobs.Work;
import dibs.backend.reminder.DueWork;
import dibs.backend.store.Session;
import dibs.backend.store.UpLock;
import dibs.backend.transaction.Transactor;
import dibs.bot.cli.Program;
import dibs.bot.platform.matrix.MatrixPlatform;
import dibs.bot.platform.matrix.MatrixSettings;
import dibs.bot.platform.matrix.Patience;
import dibs.bot.platform.matrix.StoredKeys;
import dibs.bot.platform.matrix.client.HttpHomeserver;
import dibs.bot.platform.slack.SlackPlatform;
import dibs.bot.platform.slack.SlackSettings;
import dibs.bot.platform.slack.Timing;
import dibs.bot.platform.web.ChatPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: the one process on a SQLite file that listens. */
final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** People are told of an end within so long. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private static final long STOP_WITHIN_MILLIS = 5_000;

    private final Optional<UpLock> lock;
    private final Parts parts;
    private final org.eclipse.jetty.server.Server jetty;
    private final Optional<SlackPlatform> slack;
    private final Optional<MatrixPlatform> matrix;
    private final Start start;
    private final Pulse pulse;
    private Optional<Jobs> jobs = Optional.empty();
    private Optional<Probing> probing = Optional.empty();

    private Server(
            Optional<UpLock> lock,
            Parts parts,
            org.eclipse.jetty.server.Server jetty,
            Optional<SlackPlatform> slack,
            Optional<MatrixPlatform> matrix,
            Start start) {
        this.pulse = new Pulse(parts.beat(), InstantSource.system());
        parts.conversation().listen(pulse::wake);
        this.lock = lock;
        this.parts = parts;
        this.jetty = jetty;
        this.slack = slack;
        this.matrix = matrix;
        this.start = start;
    }

    /**
     * Starts listening.
     *
     * @throws dibs.backend.store.StoreUnavailable when the store cannot be opened, or another serves it
     * @throws CannotStart when the port is taken
     */
    static Server start(Start start) {
        Optional<UpLock> lock = start.store().file().map(UpLock::acquire);
        Optional<Parts> opened = Optional.empty();
        try {
            Parts parts = Parts.open(start);
            opened = Optional.of(parts);
            // Before anything is heard: what ran out while nobody was there goes on.
            InstantSource clock = InstantSource.system();
            parts.outages().beat(clock.instant());
            lock.ifPresent(alone -> giveBack(parts));
            parts.conversation().before(parts.outages()::beat);
            Optional<SlackPlatform> slack = start.settings().slack().map(it -> slack(it, parts));
            Optional<MatrixPlatform> matrix = start.settings().matrix().map(it -> matrix(it, start, parts));
            Server server = new Server(lock, parts, jetty(start, parts, slack), slack, matrix, start);
            server.listen();
            slack.ifPresent(it -> {
                it.whenConnected(parts.platforms()::connect);
                parts.platforms().watch(it::connection);
                parts.beat().add("drawing home tabs", it::refreshHomes);
                parts.beat().add("looking for Slack", it::lookAgain);
            });
            slack.ifPresent(SlackPlatform::start);
            matrix.ifPresent(it -> {
                it.whenSignedIn(parts.platforms()::connect);
                parts.platforms().watch(it::connection);
                it.start();
            });
            server.pulse.start();
            server.look();
            LOG.atInfo()
                    .addKeyValue("store", start.store().shown())
                    .addKeyValue("port", server.port())
                    .log("up");
            return server;
        } catch (RuntimeException broken) {
            opened.ifPresent(Parts::close);
            lock.ifPresent(UpLock::close);
            throw broken;
        }
    }

    /** Nobody else delivers from this store, so whoever had taken something and kept it was killed. */
    private static void giveBack(Parts parts) {
        parts.database().transactor().write(tx -> {
            tx.deliveries().abandoned();
            return true;
        });
    }

    private void look() {
        InstantSource clock = InstantSource.system();
        DueWork work = new DueWork(parts.due(), clock, pulse::wake);
        Runnable due = () -> {
            parts.outages().beat(clock.instant());
            work.run();
        };
        probing = Probing.of(start.settings(), parts);
        List<Work> works = new ArrayList<>();
        works.add(new Work("due", due, LOOK_EVERY));
        probing.map(Probing::work).ifPresent(works::add);
        jobs = Optional.of(Jobs.start("dibs-" + port(), works));
    }

    private static SlackPlatform slack(SlackSettings settings, Parts parts) {
        return new SlackPlatform(
                settings, parts.conversation(), parts.directory(), InstantSource.system(), Timing.USUAL);
    }

    private static MatrixPlatform matrix(MatrixSettings settings, Start start, Parts parts) {
        InstantSource clock = InstantSource.system();
        Transactor<Session> transactor = parts.database().transactor();
        return new MatrixPlatform(
                settings,
                new HttpHomeserver(settings.access(), new StoredKeys(transactor, clock)),
                parts.conversation(),
                parts.directory(),
                transactor,
                clock,
                start.settings().zone(),
                Patience.USUAL,
                account -> parts.database().alone("reading as " + account));
    }

    private static org.eclipse.jetty.server.Server jetty(Start start, Parts parts, Optional<SlackPlatform> slack) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        org.eclipse.jetty.server.Server jetty = new org.eclipse.jetty.server.Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(configuration));
        connector.setHost(start.settings().bind().getHostAddress());
        connector.setPort(start.settings().port());
        jetty.addConnector(connector);
        List<Handler> handlers = new ArrayList<>();
        handlers.add(new Operations(version(), () -> works(parts), parts.troubles()::status));
        Metrics metrics = new Metrics(parts.troubles()::connections, () -> {
            parts.database().check();
            return parts.troubles().status();
        });
        parts.conversation().count(metrics::answered);
        handlers.add(metrics);
        slack.flatMap(SlackPlatform::door).ifPresent(handlers::add);
        handlers.add(new ChatPage(parts.conversation(), start.settings().loopback()));
        jetty.setHandler(new Handler.Sequence(handlers));
        jetty.setStopTimeout(STOP_WITHIN_MILLIS);
        return jetty;
    }

    private static boolean works(Parts parts) {
        parts.database().check();
        return true;
    }

    private void listen() {
        try {
            jetty.start();
        } catch (IOException taken) {
            throw new CannotStart(
                    Program.FAILED,
                    "Port " + start.settings().port() + " on "
                            + start.settings().bind().getHostAddress()
                            + " cannot be listened on: stop what uses it, or set DIBS_PORT to another one.");
        } catch (Exception broken) {
            throw new IllegalStateException("the HTTP server did not start", broken);
        }
    }

    /** What to tell the person who started it. */
    List<String> pages() {
        int port = port();
        String host = start.settings().bind().isAnyLocalAddress()
                ? "localhost"
                : start.settings().bind().getHostAddress();
        String address = start.settings()
                .url()
                .map(Object::toString)
                .orElse("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        return List.of("Dibs is up, on " + start.store().shown() + ".", "Chat page: " + address + "/chat");
    }

    private int port() {
        return ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
    }

    private static Version version() {
        Properties built = new Properties();
        try (InputStream file = Server.class.getResourceAsStream("/dibs/version.properties")) {
            if (file != null) {
                built.load(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Version(
                built.getProperty("git.remote.origin.url", ""),
                built.getProperty("git.build.version", ""),
                built.getProperty("git.commit.id.full", ""),
                "");
    }

    @Override
    public synchronized void close() {
        if (jetty.isStopped()) {
            return;
        }
        try {
            jetty.stop();
        } catch (Exception broken) {
            throw new IllegalStateException("the HTTP server did not stop", broken);
        } finally {
            jobs.ifPresent(Jobs::close);
            probing.ifPresent(Probing::close);
            pulse.close();
            slack.ifPresent(SlackPlatform::close);
            matrix.ifPresent(MatrixPlatform::close);
            LOG.info("stopped");
            parts.close();
            lock.ifPresent(UpLock::close);
        }
    }
}
