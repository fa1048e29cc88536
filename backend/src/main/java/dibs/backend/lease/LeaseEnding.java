package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonId;
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

    /** Tells those who are first in line for what is all free now: once each, however many units that are. */
    static void tellTheNext(LeaseTx tx, Collection<UnitName> units, Instant now) {
        Set<Wish> wishes = new LinkedHashSet<>();
        units.forEach(unit -> tx.waiting().line(unit).stream()
                .findFirst()
                .map(place -> new Wish(place.person().id(), place.environment()))
                .ifPresent(wishes::add));
        wishes.stream()
                .filter(wish -> free(tx, wish, now))
                .forEach(wish -> tx.outbox().put(wish.person(), new Notice.Freed(wish.environment()), now));
    }

    /** Tells of what ended leases held besides the units that somebody has just taken. */
    static void tellOfTheRest(LeaseTx tx, Collection<Lease> ended, Collection<UnitName> taken, Instant now) {
        tellTheNext(
                tx,
                ended.stream()
                        .flatMap(lease -> lease.units().stream())
                        .filter(unit -> !taken.contains(unit))
                        .distinct()
                        .sorted()
                        .toList(),
                now);
    }

    private static boolean free(LeaseTx tx, Wish wish, Instant now) {
        List<UnitName> wanted = tx.waiting().of(wish.person()).stream()
                .filter(place -> place.environment().equals(wish.environment()))
                .map(Waiting::unit)
                .toList();
        return tx.leases()
                .blockers(wanted, wish.person(), now, now.plusMillis(1))
                .isEmpty();
    }

    private record Wish(PersonId person, EnvironmentId environment) {}
}
