package dibs.bot.platform.matrix.send;

import dibs.backend.intake.IntakeTx;
import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending.Kind;
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

/**
 * All that one account sends, since the homeserver counts all of it together: answers go before what persons are told, that before
 * reactions to press, and announcements last. What goes to several rooms goes at the same time, a few at once; what goes to one room
 * goes one after the other, and a room that fails waits alone. Answers are rows, and are sent however often they have to be tried; whoever tells or
 * announces something keeps it and comes again when it is told "later", with what is true by then: so of a board that changed
 * meanwhile only the last edition is ever sent. Safe for several threads, and for several processes on one store.
 */
public final class SendQueue {
    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofSeconds(15);
    private static final Duration DIRECT_IS_OWED = Duration.ofMinutes(1);

    /** A homeserver is asked no more than that at a time. */
    private static final int AT_ONCE = 6;

    private final Rows rows;
    private final RowSender sender;
    private final InstantSource clock;
    private final Paces paces = new Paces();
    private final Floor floor;
    private volatile Instant announced = Instant.MIN;
    private volatile Instant directOwed = Instant.MIN;

    /** @param self the account that sends */
    public SendQueue(
            Homeserver homeserver, AccountId self, Transactor<? extends IntakeTx> transactor, InstantSource clock) {
        this.rows = new Rows(self, transactor, clock);
        this.sender = new RowSender(homeserver, rows, paces, clock);
        this.clock = clock;
        this.floor = new Floor(() -> paces.wasLimited(clock.instant()) ? 1 : AT_ONCE);
    }

    /**
     * Sends the rows that are due, until there is none or the homeserver wants a pause.
     *
     * @return how many were sent
     * @throws StoreException when the store broke; what was sent then is sent again with the same transaction ids
     */
    public int run() {
        rows.expire();
        return new Round(floor, sender::send, AT_ONCE).run(() -> {
            Instant now = clock.instant();
            return paces.closed(now).isPresent()
                    ? List.of()
                    : rows.due().stream()
                            .filter(row -> paces.closed(row.room(), now).isEmpty())
                            .toList();
        });
    }

    /** How long to wait at most before {@link #run} may find something to do again, as far as is known now. */
    public Optional<Duration> pause() {
        return paces.closed(clock.instant()).or(rows::next);
    }

    /** How many rows are neither sent nor given up. */
    public int waiting() {
        return rows.waiting();
    }

    /**
     * Makes a call in its turn, once. {@link Sent.Later} where the turn does not come soon, or the homeserver wants a pause.
     *
     * @param kind how urgent it is
     * @param lane the id of the room that it is about, or of whoever else it is about: one after the other there
     */
    public <T> Sent<T> call(Kind kind, String lane, Supplier<Sent<T>> call) {
        Optional<Duration> closed = closed(kind, lane, clock.instant());
        if (closed.isPresent()) {
            return new Sent.Later<>(closed, "the homeserver wants a pause");
        }
        Floor.Turn turn = floor.queue(kind, lane);
        if (!turn.came(LONGEST_TURN)) {
            owe(kind);
            return new Sent.Later<>(Optional.empty(), "its turn did not come");
        }
        try {
            Sent<T> sent = call.get();
            note(kind, lane, sent);
            return sent;
        } finally {
            turn.over();
        }
    }

    /** An announcement leaves way to persons, and to itself where the homeserver has complained. */
    private Optional<Duration> closed(Kind kind, String lane, Instant now) {
        Optional<Duration> closed = paces.closed(lane, now);
        if (paces.closed(now).isPresent()) {
            owe(kind);
        }
        if (closed.isPresent() || kind != Kind.ANNOUNCEMENT) {
            return closed;
        }
        Instant spaced =
                paces.wasLimited(now) && !announced.equals(Instant.MIN) ? announced.plus(BETWEEN_ANNOUNCEMENTS) : now;
        Instant next = spaced.isAfter(directOwed) ? spaced : directOwed;
        return next.isAfter(now) ? Optional.of(Duration.between(now, next)) : Optional.empty();
    }

    private void owe(Kind kind) {
        if (kind == Kind.DIRECT) {
            directOwed = clock.instant().plus(DIRECT_IS_OWED);
        }
    }

    private void note(Kind kind, String lane, Sent<?> sent) {
        Instant now = clock.instant();
        switch (sent) {
            case Sent.Done<?> done -> {
                paces.open(lane);
                if (kind == Kind.DIRECT) {
                    directOwed = Instant.MIN;
                } else if (kind == Kind.ANNOUNCEMENT) {
                    announced = now;
                }
            }
            case Sent.Later<?> later -> {
                paces.pause(lane, later, now);
                if (paces.closed(now).isPresent()) {
                    owe(kind);
                }
            }
            case Sent.Refused<?> refused -> paces.open(lane);
        }
    }

    /**
     * Notes what reactions to a message mean that was sent by {@link #call}, and gives it Dibs' own, once, while the homeserver bears it.
     *
     * @param transaction that of the message
     */
    public void offer(RoomId room, String transaction, String event, List<Offer> offers) {
        if (!offers.isEmpty()) {
            rows.offered(room, transaction, event, offers, sender.seeds());
        }
    }
}
