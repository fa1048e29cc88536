package dibs.bot.platform.matrix.send;

import dibs.backend.intake.IntakeTx;
import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending;
import dibs.backend.intake.Sending.Kind;
import dibs.backend.intake.SendingRows.Attempt;
import dibs.backend.person.AccountId;
import dibs.backend.transaction.Transactor;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.say.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an account has still to send, in the store: each is one process's at a time, and goes on after a crash. */
final class Rows {
    private static final Logger LOG = LoggerFactory.getLogger(Rows.class);

    /**
     * Longer than a call lasts. After a crash it is tried again this much later, and somebody waits for it; where two do try at a
     * time, the homeserver takes it once.
     */
    private static final Duration ATTEMPT_LASTS = Duration.ofSeconds(35);

    /** The homeserver may forget transaction ids after a day: what is older would be sent twice. */
    private static final Duration TOO_OLD = Duration.ofHours(23);

    private static final Duration EXPIRY_EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 100;

    /** So often a row is tried before it lets those after it go before: some minutes of a room that fails, or what the homeserver chokes on. */
    private static final int PATIENCE = 12;

    private static final int DOUBLINGS = 9;

    /** Nobody looks for something to press under what was said longer ago, nor under what was said long before that. */
    private static final Duration SEED_LASTS = Duration.ofMinutes(5);

    private static final int SEEDS_IN_A_ROOM = 3 * Reaction.MOST;

    private final AccountId self;
    private final Transactor<? extends IntakeTx> transactor;
    private final InstantSource clock;
    private volatile Instant nextExpiry = Instant.MIN;

    Rows(AccountId self, Transactor<? extends IntakeTx> transactor, InstantSource clock) {
        this.self = self;
        this.transactor = transactor;
        this.clock = clock;
    }

    /** Those that may be tried now, the oldest of each room, most urgent first. */
    List<Sending> due() {
        Instant now = clock.instant();
        return transactor.read(tx -> tx.sendings().due(self, now, PATIENCE, AT_ONCE));
    }

    /** How long until another one may be tried; nothing where there is none. */
    Optional<Duration> next() {
        Instant now = clock.instant();
        return transactor
                .<Optional<Instant>>read(tx -> tx.sendings().next(self, now))
                .map(next -> Duration.between(now, next));
    }

    int waiting() {
        return transactor.read(tx -> tx.sendings().waiting(self));
    }

    /** Takes it for one try; nothing where somebody else has it. */
    Optional<Attempt> take(Sending sending) {
        Instant now = clock.instant();
        return transactor.write(tx -> tx.sendings().take(sending, now, now.plus(ATTEMPT_LASTS)));
    }

    /**
     * It was sent.
     *
     * @param seeded whether Dibs gives its own reactions to it
     */
    void sent(Sending sending, String event, boolean seeded) {
        Instant now = clock.instant();
        transactor.write(tx -> {
            tx.sendings().sent(sending, event, now);
            if (seeded) {
                seed(tx, sending.transaction(), sending.room(), event, sending.offers(), now);
            }
            return true;
        });
    }

    /** The same of a message that was sent without a row. */
    void offered(RoomId room, String transaction, String event, List<Offer> offers, boolean seeded) {
        Instant now = clock.instant();
        transactor.write(tx -> {
            tx.offers().put(self, room.value(), event, offers, now);
            if (seeded) {
                seed(tx, transaction, room.value(), event, offers, now);
            }
            return true;
        });
    }

    private void seed(IntakeTx tx, String transaction, String room, String event, List<Offer> offers, Instant now) {
        Outgoing.seeds(self, transaction, room, event, offers, now).forEach(tx.sendings()::put);
        tx.sendings().forgetAllBut(self, Kind.REACTION, room, SEEDS_IN_A_ROOM, now);
    }

    /** Until it has been tried time and again, it is tried as soon as its room is, so that what is said there stays in order. */
    void later(Attempt attempt, Instant again, String why) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempt.before(), DOUBLINGS));
        Instant own = clock.instant().plus(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
        Instant next = attempt.before() + 1 < PATIENCE || again.isAfter(own) ? again : own;
        transactor.write(tx -> {
            tx.sendings().later(attempt, next, why);
            return true;
        });
    }

    /** The homeserver will never take it. */
    void give(Sending sending, String why) {
        LOG.atWarn()
                .addKeyValue("room", sending.room())
                .addKeyValue("kind", sending.kind().word())
                .addKeyValue("why", why)
                .log("the homeserver does not take what Dibs says");
        Instant now = clock.instant();
        transactor.write(tx -> {
            tx.sendings().dead(sending, now, why);
            return true;
        });
    }

    /** Gives up what is too old, and forgets reactions that nobody needs any more; now and then. */
    void expire() {
        Instant now = clock.instant();
        if (now.isBefore(nextExpiry)) {
            return;
        }
        nextExpiry = now.plus(EXPIRY_EVERY);
        int expired = transactor.write(tx -> {
            tx.sendings().forget(self, Kind.REACTION, now.minus(SEED_LASTS), now);
            return tx.sendings().expire(self, now.minus(TOO_OLD), now);
        });
        if (expired > 0) {
            LOG.warn("{} messages could not be sent within a day and were given up", expired);
        }
    }
}
