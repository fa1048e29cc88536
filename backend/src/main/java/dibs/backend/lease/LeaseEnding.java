package dibs.backend.lease;

import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one place where leases end by themselves: the sweep and a claim of what is past its end both come here. */
final class LeaseEnding {
    private LeaseEnding() {}

    /** Ends a lease that is past its end, as of its end, and tells its holder; false when it was no longer open. */
    static boolean expire(LeaseTx tx, Lease lease, Instant now) {
        if (!tx.leases().end(lease.id(), lease.token(), Lease.State.EXPIRED, lease.until())) {
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
        tx.outbox().put(lease.holder().id(), new Notice.LeaseExpired(lease.environment(), lease.until()), now);
        return true;
    }

    /** Tells those who are first in line for what is all free now. */
    static void tellTheNext(LeaseTx tx, Collection<UnitName> units, Instant now) {
        Set<Waiting> told = new LinkedHashSet<>();
        units.forEach(unit -> tx.waiting().line(unit).stream().findFirst().ifPresent(told::add));
        told.stream()
                .filter(waiting -> free(tx, waiting, now))
                .forEach(waiting ->
                        tx.outbox().put(waiting.person().id(), new Notice.Freed(waiting.environment()), now));
    }

    private static boolean free(LeaseTx tx, Waiting waiting, Instant now) {
        List<UnitName> wanted = tx.waiting().of(waiting.person().id()).stream()
                .filter(place -> place.environment().equals(waiting.environment()))
                .map(Waiting::unit)
                .toList();
        return tx.leases()
                .blockers(wanted, waiting.person().id(), now, now.plusMillis(1))
                .isEmpty();
    }
}
