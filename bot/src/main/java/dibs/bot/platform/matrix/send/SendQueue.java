package dibs.bot.platform.matrix.send;

import dibs.backend.intake.IntakeTx;
import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending;
import dibs.backend.intake.Sending.Kind;
import dibs.backend.intake.SendingRows.Attempt;
import dibs.backend.person.AccountId;
import dibs.backend.transaction.StoreException;
import dibs.backend.transaction.Transactor;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that one account sends, since the homeserver counts all of it together: answers go before what persons are told, that before
 * reactions to press, and announcements last. Answers are rows, and are sent however often they have to be tried; whoever tells or
 * announces something keeps it and comes again when it is told "later", with what is true by then: so of a board that changed
 * meanwhile only the last edition is ever sent. Safe for several threads, and for several processes on one store.
 */
public final class SendQueue {
    private static final Logger LOG = LoggerFactory.getLogger(SendQueue.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofSeconds(15);
    private static final Duration DIRECT_IS_OWED = Duration.ofMinutes(1);

    private final Homeserver homeserver;
    private final Rows rows;
    private final InstantSource clock;
    private final Floor floor = new Floor();
    private final Pace pace = new Pace();
    private volatile Instant announced = Instant.MIN;
    private volatile Instant directOwed = Instant.MIN;

    /** @param self the account that sends */
    public SendQueue(
            Homeserver homeserver, AccountId self, Transactor<? extends IntakeTx> transactor, InstantSource clock) {
        this.homeserver = homeserver;
        this.rows = new Rows(self, transactor, clock);
        this.clock = clock;
    }

    /**
     * Sends the rows that are due, until there is none or the homeserver wants a pause.
     *
     * @return how many were sent
     * @throws StoreException when the store broke; what was sent then is sent again with the same transaction ids
     */
    public int run() {
        rows.expire();
        int sent = 0;
        while (pace.closed(clock.instant()).isEmpty()) {
            List<Sending> due = rows.due();
            if (due.isEmpty()) {
                return sent;
            }
            Kind kind = due.getFirst().kind();
            if (!floor.take(kind, LONGEST_TURN)) {
                return sent;
            }
            try {
                int before = sent;
                sent += send(due.stream().filter(it -> it.kind() == kind).toList());
                if (sent == before) {
                    return sent; // others are at them, or none got through
                }
            } finally {
                floor.give();
            }
        }
        return sent;
    }

    /** How long to wait at most before {@link #run} may find something to do again, as far as is known now. */
    public Optional<Duration> pause() {
        return pace.closed(clock.instant()).or(rows::next);
    }

    /** How many rows are neither sent nor given up. */
    public int waiting() {
        return rows.waiting();
    }

    private int send(List<Sending> sendings) {
        int sent = 0;
        for (Sending sending : sendings) {
            if (pace.closed(clock.instant()).isPresent()) {
                return sent;
            }
            Optional<Attempt> attempt = rows.take(sending);
            if (attempt.isPresent() && send(attempt.get())) {
                sent++;
            }
        }
        return sent;
    }

    private boolean send(Attempt attempt) {
        Sending sending = attempt.sending();
        Optional<ObjectNode> content = content(sending);
        if (content.isEmpty()) {
            rows.give(sending, "its content is none");
            return false;
        }
        RoomId room = new RoomId(sending.room());
        switch (homeserver.send(room, sending.type(), sending.transaction(), content.get())) {
            case Sent.Done<String> done -> {
                pace.open();
                rows.sent(sending, done.result(), seeds());
                return true;
            }
            case Sent.Later<String> later -> rows.later(attempt, pause(later), later.why());
            case Sent.Refused<String> refused -> {
                return refused(attempt, refused);
            }
        }
        return false;
    }

    private static Optional<ObjectNode> content(Sending sending) {
        try {
            return JSON.readTree(sending.content()) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JacksonException damaged) {
            LOG.debug("the content of a row", damaged);
            return Optional.empty();
        }
    }

    /** Where the homeserver counts, what Dibs has to say goes before: people find the reactions in the message and give them all the same. */
    private boolean seeds() {
        return !pace.wasLimited(clock.instant());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean refused(Attempt attempt, Sent.Refused<String> refused) {
        if (Refusals.isOfTheAccount(refused)) {
            rows.later(attempt, pace.pause(Optional.empty(), clock.instant()), refused.error());
            return false;
        }
        pace.open();
        if (refused.error().equals("M_DUPLICATE_ANNOTATION")) {
            rows.sent(attempt.sending(), "", false);
            return true;
        }
        rows.give(attempt.sending(), refused.error() + ": " + refused.why());
        return false;
    }

    /**
     * Makes a call in its turn, once. {@link Sent.Later} where the turn does not come soon, or the homeserver wants a pause.
     *
     * @param kind how urgent it is
     */
    public <T> Sent<T> call(Kind kind, Supplier<Sent<T>> call) {
        Optional<Duration> closed = closed(kind, clock.instant());
        if (closed.isPresent()) {
            return new Sent.Later<>(closed, "the homeserver wants a pause");
        }
        if (!floor.take(kind, LONGEST_TURN)) {
            owe(kind);
            return new Sent.Later<>(Optional.empty(), "its turn did not come");
        }
        try {
            Sent<T> sent = call.get();
            note(kind, sent);
            return sent;
        } finally {
            floor.give();
        }
    }

    /** An announcement leaves way to persons, and to itself where the homeserver has complained. */
    private Optional<Duration> closed(Kind kind, Instant now) {
        Optional<Duration> closed = pace.closed(now);
        if (closed.isPresent()) {
            owe(kind);
        }
        if (closed.isPresent() || kind != Kind.ANNOUNCEMENT) {
            return closed;
        }
        Instant spaced =
                pace.wasLimited(now) && !announced.equals(Instant.MIN) ? announced.plus(BETWEEN_ANNOUNCEMENTS) : now;
        Instant next = latest(spaced, directOwed);
        return next.isAfter(now) ? Optional.of(Duration.between(now, next)) : Optional.empty();
    }

    private void owe(Kind kind) {
        if (kind == Kind.DIRECT) {
            directOwed = clock.instant().plus(DIRECT_IS_OWED);
        }
    }

    private void note(Kind kind, Sent<?> sent) {
        Instant now = clock.instant();
        switch (sent) {
            case Sent.Done<?> done -> {
                pace.open();
                if (kind == Kind.DIRECT) {
                    directOwed = Instant.MIN;
                } else if (kind == Kind.ANNOUNCEMENT) {
                    announced = now;
                }
            }
            case Sent.Later<?> later -> {
                pause(later);
                owe(kind);
            }
            case Sent.Refused<?> refused -> pace.open();
        }
    }

    private Instant pause(Sent.Later<?> later) {
        return pace.pause(later.retryAfter(), clock.instant());
    }

    /**
     * Notes what reactions to a message mean that was sent by {@link #call}, and gives it Dibs' own, once, while the homeserver bears it.
     *
     * @param transaction that of the message
     */
    public void offer(RoomId room, String transaction, String event, List<Offer> offers) {
        if (!offers.isEmpty()) {
            rows.offered(room, transaction, event, offers, seeds());
        }
    }
}
