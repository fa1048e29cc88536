package dibs.bot.platform.web;

import dibs.backend.announcement.Announcements;
import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.catalog.LiveCatalog;
import dibs.backend.catalog.PolicyLoader;
import dibs.backend.connection.Troubles;
import dibs.backend.gate.FreezeService;
import dibs.backend.gate.GateService;
import dibs.backend.health.HealthService;
import dibs.backend.history.HistoryService;
import dibs.backend.lease.LeaseMoments;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.TidyService;
import dibs.backend.lease.TransferService;
import dibs.backend.lease.UndoService;
import dibs.backend.lease.UseService;
import dibs.backend.lease.WaitService;
import dibs.backend.lease.WatchService;
import dibs.backend.notice.Notices;
import dibs.backend.person.Directory;
import dibs.backend.person.Roles;
import dibs.backend.policy.HealthSource;
import dibs.backend.policy.Policy;
import dibs.backend.store.Database;
import dibs.backend.store.Session;
import dibs.backend.store.StoreConfig;
import dibs.backend.transaction.Transactor;
import dibs.bot.command.Conversation;
import dibs.bot.command.Gates;
import dibs.bot.digest.Digest;
import dibs.testkit.CountingIds;
import dibs.testkit.FakeClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** The chat page on a port of its own, with a real conversation on a real store. It is Monday, ten o'clock in Berlin. */
final class ChatServer implements AutoCloseable {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final Semaphore finished = new Semaphore(0);
    private final AtomicBoolean broken = new AtomicBoolean();
    private final Database database;
    private final Server jetty;
    private final ServerConnector connector;

    private ChatServer(Path folder, boolean loopback) {
        CountingIds ids = new CountingIds();
        database = Database.open(StoreConfig.of(folder.resolve("dibs.db").toString()), ids);
        jetty = new Server();
        connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        jetty.setHandler(new Line(new ChatPage(conversation(ids, loopback), loopback)));
    }

    static ChatServer start(Path folder, boolean loopback) {
        ChatServer server = new ChatServer(folder, loopback);
        LifeCycle.start(server.jetty);
        return server;
    }

    private Conversation conversation(CountingIds ids, boolean loopback) {
        if (!(ConfigLoader.builtin() instanceof ConfigResult.Loaded loaded)) {
            throw new IllegalStateException("the built-in catalog is faulty");
        }
        Transactor<Session> transactor = database.transactor();
        Policy policy = PolicyLoader.builtin();
        LeaseService leases = new LeaseService(transactor, ids, ZoneId.of("UTC"));
        LiveCatalog catalog = new LiveCatalog(loaded.config(), Optional.empty(), clock);
        UseService uses = new UseService(transactor, ids);
        Gates gates = new Gates(new GateService(transactor), new FreezeService(transactor, ids));
        Conversation.Rules rules = Conversation.Rules.of(
                () -> policy,
                transactor,
                ids,
                new LeaseMoments(leases, uses, HealthSource.NONE, gates.gates(), gates.freezes()),
                loaded.config().people());
        rules.book().takeUp(policy, clock.instant());
        Conversation.Services services = new Conversation.Services(
                leases,
                new TransferService(transactor, ids, ZoneId.of("UTC")),
                new WaitService(transactor, ZoneId.of("UTC")),
                new WatchService(transactor),
                new TidyService(transactor, catalog, ZoneId.of("UTC")),
                uses,
                new UndoService(transactor, ids, ZoneId.of("UTC")),
                new ReservationService(transactor, ids, ZoneId.of("UTC"), loaded.config()::catalog),
                new HistoryService(transactor),
                new Directory(transactor, ids),
                new Notices(transactor),
                new Announcements(transactor),
                List::of,
                new Digest(List.of(), ZoneId.of("UTC")),
                gates,
                rules,
                new HealthService(transactor, () -> false),
                new Troubles(transactor, List::of, List::of, Set.of(), ids, clock));
        return new Conversation(catalog, services, new Roles(Set.of(), loopback), ids, clock, ZoneId.of("UTC"));
    }

    int port() {
        return connector.getLocalPort();
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    /** Waits until the server is done with a request, which is after the client has its answer. */
    void awaitFinished() throws InterruptedException {
        finished.acquire();
    }

    /** From now on, answers cannot be written, or can again. */
    void breakLine(boolean breaks) {
        broken.set(breaks);
    }

    @Override
    public void close() {
        LifeCycle.stop(jetty);
        database.close();
    }

    /** The line to the client, which a test can cut. */
    private final class Line extends Handler.Wrapper {
        private Line(Handler page) {
            super(page);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Response cut = new Response.Wrapper(request, response) {
                @Override
                public void write(boolean last, ByteBuffer content, Callback written) {
                    if (broken.get()) {
                        written.failed(new IOException("the client is gone"));
                    } else {
                        super.write(last, content, written);
                    }
                }
            };
            boolean handled = super.handle(request, cut, Callback.from(callback, () -> finished.release()));
            if (!handled) {
                finished.release();
            }
            return handled;
        }
    }
}
