package dibs.backend.lease;

import dibs.backend.notice.Notice;
import dibs.backend.notice.Notice.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What holders were told about their leases, inside a transaction: once something becomes of the lease, what was not said yet is not said
 * any more, and what was said says so in its place.
 */
public final class HolderNotices {
    private HolderNotices() {}

    /** Tells the holder something that is to say later what became of the lease; an earlier one of its sort makes way for it. */
    public static void tell(LeaseTx tx, Lease lease, Notice notice, Instant now) {
        revise(tx, lease, Standing.SUPERSEDED, Optional.of(notice.getClass()), now);
        tx.reminders().told(lease.id(), tx.outbox().put(lease.holder().id(), notice, now));
    }

    /** The lease has another end, which is a sign of life, too. */
    static void extended(LeaseTx tx, Lease lease, Instant now) {
        revise(tx, lease, Standing.EXTENDED, Optional.empty(), now);
        tx.questions().answered(lease.id(), now);
    }

    /** There was a sign of life. */
    static void kept(LeaseTx tx, Lease lease, Instant now) {
        revise(tx, lease, Standing.KEPT, Optional.of(Notice.StillUsed.class), now);
        tx.questions().answered(lease.id(), now);
    }

    /** The lease has ended. */
    static void over(LeaseTx tx, Lease lease, Instant now) {
        revise(tx, lease, Standing.OVER, Optional.empty(), now);
    }

    private static void revise(
            LeaseTx tx, Lease lease, Standing standing, Optional<Class<? extends Notice>> sort, Instant now) {
        List<String> open = tx.reminders().told(lease.id()).stream()
                .filter(id -> revise(tx, id, lease, standing, sort, now))
                .toList();
        tx.reminders().close(open);
    }

    private static boolean revise(
            LeaseTx tx,
            String id,
            Lease lease,
            Standing standing,
            Optional<Class<? extends Notice>> sort,
            Instant now) {
        Optional<Notice> said = tx.outbox().find(id);
        if (said.isEmpty()) {
            return true;
        }
        if (sort.filter(it -> !it.isInstance(said.get())).isPresent()) {
            return false;
        }
        if (!tx.outbox().withdraw(id)) {
            tx.outbox().revise(id, standing(said.get(), standing, lease.until()), now);
        }
        return true;
    }

    private static Notice standing(Notice notice, Standing standing, Instant until) {
        return switch (notice) {
            case Notice.EndNears it -> new Notice.EndNears(it.environment(), it.token(), until, standing);
            case Notice.StillUsed it ->
                new Notice.StillUsed(it.environment(), it.token(), it.reason(), it.since(), it.due(), until, standing);
            default -> notice;
        };
    }
}
