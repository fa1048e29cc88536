package dibs.backend.reminder;

import dibs.backend.environment.Attention;
import dibs.backend.environment.CatalogSource;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.HolderNotices;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseTx;
import dibs.backend.lease.WorkingTime;
import dibs.backend.notice.Notice;
import dibs.backend.person.Person;
import dibs.backend.person.PersonId;
import dibs.backend.reminder.ReminderTimes.Planned;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reminds holders of the ends of their leases, by direct message alone. What fell due while nobody looked is said at the next look, all of
 * one person's as one message, and once for each lease; what has ended or was extended meanwhile is not.
 */
public final class EndReminders implements Due {
    private static final int AT_ONCE = 20;

    private final Transactor<? extends LeaseTx> transactor;
    private final CatalogSource catalog;
    private final ZoneId zone;
    private volatile boolean begun;

    /** @param zone of persons who have none */
    public EndReminders(Transactor<? extends LeaseTx> transactor, CatalogSource catalog, ZoneId zone) {
        this.transactor = transactor;
        this.catalog = catalog;
        this.zone = zone;
    }

    @Override
    public int run(Instant now) {
        if (!begun) {
            begin();
        }
        return transactor.write(tx -> {
            Optional<PersonId> holder = tx.reminders().next(now);
            return holder.map(person -> remind(tx, person, now)).orElse(0);
        });
    }

    /** The catalog and the settings may be others than those of the last time. */
    private void begin() {
        transactor.write(tx -> {
            tx.reminders().lookAgain();
            return true;
        });
        begun = true;
    }

    private int remind(LeaseTx tx, PersonId holder, Instant now) {
        List<Lease> due = tx.reminders().due(holder, now, AT_ONCE);
        tx.leases().lock(units(due));
        Optional<Duration> own = tx.people().find(holder).flatMap(Person::remind);
        WorkingTime time = WorkingTime.of(tx, holder, zone);
        // Read again, now that nobody else may extend or end them.
        due.stream()
                .flatMap(lease -> tx.leases().find(lease.id()).stream())
                .sorted(Comparator.comparing(Lease::until).thenComparing(Lease::environment))
                .forEach(lease -> remind(tx, lease, own, time, now));
        return due.size();
    }

    private void remind(LeaseTx tx, Lease lease, Optional<Duration> own, WorkingTime time, Instant now) {
        if (!lease.heldAt(now)) {
            tx.reminders().lookAt(lease.id(), Optional.empty());
            return;
        }
        List<Duration> leads =
                own.map(List::of).orElseGet(() -> attention(lease).remind());
        List<Planned> planned = ReminderTimes.of(lease, leads, time);
        Map<Duration, Instant> sent = tx.reminders().sent(lease.id(), lease.until());
        // Whoever was told of that end since, by a reminder or otherwise, needs not hear again what was planned before.
        List<Planned> due = planned.stream()
                .filter(it -> !it.at().isAfter(now) && !sent.containsKey(it.lead()))
                .filter(it -> sent.values().stream().allMatch(it.at()::isAfter))
                .toList();
        if (!due.isEmpty()) {
            HolderNotices.tell(
                    tx,
                    lease,
                    new Notice.EndNears(
                            lease.environment(), lease.token().value(), lease.until(), Notice.Standing.OPEN),
                    now);
            due.forEach(it -> tx.reminders().sent(lease.id(), lease.until(), it.lead(), now));
        }
        Optional<Instant> next =
                planned.stream().map(Planned::at).filter(at -> at.isAfter(now)).min(Comparator.naturalOrder());
        tx.reminders().lookAt(lease.id(), next);
    }

    private Attention attention(Lease lease) {
        return catalog.current()
                .find(lease.environment())
                .map(environment -> environment.guidance().attention())
                .orElse(Attention.BUILT_IN);
    }

    private static List<UnitName> units(List<Lease> leases) {
        return leases.stream()
                .flatMap(lease -> lease.units().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
