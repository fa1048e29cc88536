package dibs.bot.platform.matrix;

import dibs.backend.connection.Connection;
import dibs.backend.connection.ConnectionWatch;
import dibs.backend.intake.IntakeTx;
import dibs.backend.notice.Messenger;
import dibs.backend.person.AccountId;
import dibs.backend.person.Directory;
import dibs.backend.transaction.StoreException;
import dibs.backend.transaction.Transactor;
import dibs.bot.announcement.Posts;
import dibs.bot.command.Conversation;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.platform.matrix.hear.Means;
import dibs.bot.platform.matrix.hear.Self;
import dibs.bot.platform.matrix.hear.SyncLoop;
import dibs.bot.platform.matrix.room.DirectRooms;
import dibs.bot.platform.matrix.room.Places;
import dibs.bot.platform.matrix.room.Rooms;
import dibs.bot.platform.matrix.room.Standing;
import dibs.bot.platform.matrix.room.Zones;
import dibs.bot.platform.matrix.say.Saying;
import dibs.bot.platform.matrix.send.SendQueue;
import dibs.bot.platform.matrix.unasked.MatrixId;
import dibs.bot.platform.matrix.unasked.MatrixMessenger;
import dibs.bot.platform.matrix.unasked.MatrixPosts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Dibs on Matrix: reads what is said, and sends what is to be said, as one account with one device. */
public final class MatrixPlatform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MatrixPlatform.class);

    private static final Duration LONGEST_ASKED = Duration.ofMinutes(10);
    private static final Duration SEND_EVERY = Duration.ofSeconds(1);

    /** How long until whoever stands by looks again. */
    private static final Duration STAND_BY = Duration.ofSeconds(5);

    private final MatrixSettings settings;
    private final Homeserver homeserver;
    private final Conversation conversation;
    private final Directory directory;
    private final Transactor<? extends IntakeTx> transactor;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Patience patience;
    private final ConnectionWatch watch;
    private final Predicate<AccountId> alone;
    private final Forgetting forgetting;
    private final RetryLoop loop = new RetryLoop();
    private final Semaphore toSend = new Semaphore(0);
    private volatile BiConsumer<Messenger, Posts> connected = (messenger, posts) -> {};
    private volatile Optional<Session> session = Optional.empty();
    private volatile boolean reads;

    /**
     * @param zone of whoever has none
     * @param alone whether this process, and no other, reads and sends for the account now
     */
    public MatrixPlatform(
            MatrixSettings settings,
            Homeserver homeserver,
            Conversation conversation,
            Directory directory,
            Transactor<? extends IntakeTx> transactor,
            InstantSource clock,
            ZoneId zone,
            Patience patience,
            Predicate<AccountId> alone) {
        this.settings = settings;
        this.homeserver = homeserver;
        this.conversation = conversation;
        this.directory = directory;
        this.transactor = transactor;
        this.clock = clock;
        this.zone = zone;
        this.patience = patience;
        this.alone = alone;
        this.forgetting = new Forgetting(transactor);
        this.watch = new ConnectionWatch(MatrixId.PLATFORM, clock);
        conversation.listen(toSend::release);
    }

    /** Tells of what speaks unasked here, once Dibs is signed in. To be called before anything else. */
    public void whenSignedIn(BiConsumer<Messenger, Posts> listener) {
        connected = listener;
    }

    /** Reads and sends in the background, and tries again until the homeserver answers; never throws. */
    public void start() {
        loop.start("reading", this::read);
        loop.start("sending", this::send);
    }

    /** How the homeserver is connected. */
    public Connection connection() {
        return watch.now();
    }

    /** Who Dibs is signed in as; nothing before that. */
    public Optional<UserId> self() {
        return session.map(Session::user);
    }

    /**
     * Signs in where that is not done yet, then reads and hears once.
     *
     * @param wait how long to wait for something to happen
     * @return how long to leave the homeserver alone; nothing where it may be asked again at once
     * @throws StoreException when the store broke; the same is heard again the next time
     */
    public Optional<Duration> hear(Duration wait) {
        if (session.isEmpty()) {
            Optional<Duration> pause = signIn();
            if (session.isEmpty()) {
                return pause;
            }
        }
        Session now = session.orElseThrow();
        if (!mayRead(now)) {
            return Optional.of(STAND_BY);
        }
        forgetting.now(clock.instant());
        Optional<Duration> pause = switch (now.loop().next(wait)) {
            case SyncLoop.Step.Heard heard -> {
                watch.up("Connected as " + now.user() + ".");
                yield Optional.empty();
            }
            case SyncLoop.Step.Later later -> Optional.of(away(later.retryAfter(), later.why()));
            case SyncLoop.Step.Refused refused -> Optional.of(barred(refused.error(), refused.why()));
        };
        toSend.release();
        return pause;
    }

    /**
     * Sends the answers that are due.
     *
     * @return how many
     * @throws StoreException when the store broke; the same is sent again the next time, once
     */
    public int say() {
        return session.filter(it -> reads)
                .map(Session::queue)
                .map(SendQueue::run)
                .orElse(0);
    }

    /** Of several processes on one store one reads and sends; the others stand by. */
    private boolean mayRead(Session now) {
        boolean mine = alone.test(MatrixId.account(now.user()));
        if (mine && !reads) {
            connected.accept(now.messenger(), now.posts());
        }
        if (!mine) {
            watch.up("Standing by: another process of Dibs reads for " + now.user() + ".");
        }
        reads = mine;
        return mine;
    }

    private Optional<Duration> signIn() {
        return switch (homeserver.accountData("m.direct")) {
            case Sent.Done<ObjectNode> done -> {
                homeserver.identity().ifPresent(this::begin);
                yield Optional.of(RetryLoop.FIRST_PAUSE);
            }
            case Sent.Later<ObjectNode> later -> Optional.of(away(later.retryAfter(), later.why()));
            case Sent.Refused<ObjectNode> refused -> Optional.of(barred(refused.error(), refused.why()));
        };
    }

    private void begin(Homeserver.Identity identity) {
        Self self = new Self(identity.user());
        Rooms rooms = new Rooms(homeserver, clock);
        Places places = new Places(homeserver, rooms, settings.rooms(), settings.control(), clock);
        DirectRooms directs = new DirectRooms(homeserver, rooms, clock);
        Saying saying = new Saying(directory);
        SendQueue queue = new SendQueue(homeserver, self.account(), transactor, clock);
        SyncLoop loop = new SyncLoop(
                self,
                new Means(
                        homeserver,
                        conversation,
                        directory,
                        transactor,
                        rooms,
                        places,
                        directs,
                        new Standing(rooms, places, settings.roles()),
                        new Zones(homeserver, clock),
                        saying,
                        settings.allowedServers(),
                        patience.perMinute(),
                        clock,
                        zone));
        MatrixMessenger messenger = new MatrixMessenger(homeserver, queue, directs, saying);
        MatrixPosts posts = new MatrixPosts(homeserver, queue, rooms, places::homes, saying);
        session = Optional.of(new Session(identity.user(), loop, queue, messenger, posts));
        LOG.atInfo().addKeyValue("user", identity.user()).log("connected to Matrix");
    }

    private Duration away(Optional<Duration> retryAfter, String why) {
        if (loop.closed()) {
            return RetryLoop.FIRST_PAUSE; // whatever was under way was ended here
        }
        LOG.atWarn().addKeyValue("why", why).log("the homeserver does not answer now");
        watch.away("The homeserver does not answer: " + why + ".");
        Duration asked = retryAfter.orElse(RetryLoop.FIRST_PAUSE);
        return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
    }

    private Duration barred(String error, String why) {
        LOG.atWarn().addKeyValue("error", error).addKeyValue("why", why).log("the homeserver does not let Dibs in");
        watch.barred("The homeserver does not let Dibs in (" + error + ": " + why + "): set MATRIX_ACCESS_TOKEN, or"
                + " MATRIX_USER and MATRIX_PASSWORD, anew, and start Dibs again. `./dibs check` says more.");
        return RetryLoop.LONGEST_PAUSE;
    }

    private Duration read() {
        return hear(patience.poll()).orElse(Duration.ZERO);
    }

    private Duration send() throws InterruptedException {
        Optional<Duration> pause = session.map(Session::queue).flatMap(SendQueue::pause);
        long millis = Math.clamp(pause.orElse(SEND_EVERY).toMillis(), 1, SEND_EVERY.toMillis());
        if (toSend.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            toSend.drainPermits();
        }
        if (!loop.closed()) {
            say();
        }
        return Duration.ZERO;
    }

    /**
     * Waits for what is under way, a few seconds at most. What was asked of the homeserver is not waited for, and is done again by the
     * next process.
     */
    @Override
    public void close() {
        loop.end();
        toSend.release();
        try {
            if (homeserver instanceof AutoCloseable connection) {
                connection.close();
            }
        } catch (Exception broken) {
            LOG.warn("the connection to the homeserver was not closed well", broken);
        }
        loop.close();
    }
}
