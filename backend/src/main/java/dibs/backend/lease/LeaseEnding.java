package dibs.backend.lease;

import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The one place where leases end: by themselves, by the sweep and by a claim of what is past its end, or by somebody's doing. */
final class LeaseEnding {
    private LeaseEnding() {}

    /** Ends a lease that is past its end, as of its end, and tells its holder; false when it was no longer open. */
    static boolean expire(LeaseTx tx, Lease lease, Instant now) {
        if (!end(tx, lease, Lease.State.EXPIRED, lease.until(), now)) {
            return false;
        }
        tx.history()
                .add(new HistoryEvent(
                        lease.until(),
                        What.EXPIRED,
                        Optional.of(lease.environment()),
                        Optional.of(lease.id().value()),
                        Optional.empty(),
                        Map.of("holder", lease.holder().name())));
        TidyService.leave(tx, lease, lease.until());
        Watches.tellOfTheEnd(tx, lease, now);
        tx.outbox().put(lease.holder().id(), new Notice.LeaseExpired(lease.environment(), lease.until()), now);
        return true;
    }

    /**
     * Ends a lease as of that moment, and lets what its holder was told say so; false when it was no longer open.
     *
     * @param how how it ends
     */
    static boolean end(LeaseTx tx, Lease lease, Lease.State how, Instant at, Instant now) {
        boolean open = tx.leases().end(lease.id(), lease.token(), how, at);
        if (open) {
            HolderNotices.over(tx, lease, now);
        }
        return open;
    }
}
