package dibs.backend.announcement;

import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseId;
import dibs.backend.lease.StaleQuestion;
import dibs.backend.lease.Waiting;
import dibs.backend.person.PersonId;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What there is to announce, what was posted of it, and where it is quiet. */
public final class Announcements {
    private final Transactor<? extends AnnouncementTx> transactor;

    public Announcements(Transactor<? extends AnnouncementTx> transactor) {
        this.transactor = transactor;
    }

    /** What is held at that moment, by environment. */
    public List<LeaseFact> held(Instant now) {
        return transactor.read(tx ->
                tx.leases().held(now).stream().map(lease -> held(tx, lease)).toList());
    }

    /** Those leases as they are at that moment, ended or not; without those that nobody knows. */
    public List<LeaseFact> find(Collection<LeaseId> ids, Instant now) {
        return transactor.read(tx -> ids.stream()
                .flatMap(id -> tx.leases().find(id).stream())
                .map(lease -> lease.heldAt(now)
                        ? held(tx, lease)
                        : new LeaseFact(lease, Optional.of(ended(tx, lease)), 0, Optional.empty()))
                .toList());
    }

    private static LeaseFact held(AnnouncementTx tx, Lease lease) {
        Optional<Instant> unanswered = tx.questions()
                .open(lease.id())
                .filter(question -> question.told().isPresent())
                .map(StaleQuestion::asked);
        return new LeaseFact(lease, Optional.empty(), waiting(tx, lease), unanswered);
    }

    /** Past its end a lease is not held, swept or not. */
    private static Instant ended(AnnouncementTx tx, Lease lease) {
        return tx.leases().ended(lease.id()).orElse(lease.until());
    }

    private static int waiting(AnnouncementTx tx, Lease lease) {
        return (int) lease.units().stream()
                .flatMap(unit -> tx.waiting().line(unit).stream())
                .map(Waiting::person)
                .distinct()
                .count();
    }

    /** The messages of the conversation that still change. */
    public List<PostedMessage> open(ConversationId conversation) {
        return transactor.read(tx -> tx.posts().open(conversation));
    }

    /** Takes a message, known or new; see {@link PostRows#take}. */
    public Optional<PostedMessage> take(ConversationId conversation, String key, Instant now, Instant until) {
        return transactor.write(tx -> tx.posts().take(conversation, key, now, until));
    }

    /** Notes what came of an attempt; see {@link PostRows}. */
    public void note(Consumer<PostRows> what) {
        transactor.write(tx -> {
            what.accept(tx.posts());
            return true;
        });
    }

    /** Whether nothing is announced in the conversation at that moment. */
    public boolean isQuiet(ConversationId conversation, Instant now) {
        return transactor
                .<Optional<Instant>>read(tx -> tx.posts().quiet(conversation))
                .filter(now::isBefore)
                .isPresent();
    }

    /**
     * Announces nothing in the conversation for so long; not at all for no time. A repeated message changes nothing more.
     *
     * @param by who wants it
     */
    public QuietResult quiet(
            ConversationId conversation, Duration length, PersonId by, Optional<MessageKey> message, Instant now) {
        Function<AnnouncementTx, QuietResult> work = tx -> {
            Instant until = now.plus(length);
            tx.posts().quiet(conversation, until, by);
            return length.isZero() ? new QuietResult.Loud() : new QuietResult.Quiet(until);
        };
        return message.map(key -> transactor.once(key, QuietResult.class, now, work))
                .orElseGet(() -> transactor.write(work));
    }
}
