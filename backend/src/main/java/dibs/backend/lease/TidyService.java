package dibs.backend.lease;

import dibs.backend.environment.CatalogSource;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is left to tidy after a lease. A lease that ended leaves its units not tidied until somebody confirms the clean-up; a hand-over
 * does not, since the work goes on. That counts where the lease was on an environment with a checklist.
 */
public final class TidyService {
    /** How much of the last holder's working time passes before they are asked, once. */
    public static final Duration ASK_AFTER = Duration.ofMinutes(30);

    private static final int AT_ONCE = 50;

    private final Transactor<? extends LeaseTx> transactor;
    private final CatalogSource catalog;
    private final ZoneId zone;

    /** @param zone of persons who have none */
    public TidyService(Transactor<? extends LeaseTx> transactor, CatalogSource catalog, ZoneId zone) {
        this.transactor = transactor;
        this.catalog = catalog;
        this.zone = zone;
    }

    /** The lease ended then, other than by a hand-over. */
    static void leave(LeaseTx tx, Lease lease, Instant at) {
        tx.tidying().leave(lease, at, at.plus(ASK_AFTER));
    }

    /** What has to be tidied after a lease of it; nothing where that is never asked. */
    public static List<String> checklist(Environment environment) {
        return environment.guidance().cleanup();
    }

    /**
     * Confirms the clean-up of all of the environments that is not tidied, or of none of it.
     *
     * @param anybodys whether the asker need not have had it last or have it now
     */
    public TidyResult tidied(List<Environment> environments, boolean anybodys, Asker asker) {
        List<UnitName> units = Claims.units(environments);
        return Once.run(transactor, asker, TidyResult.class, tx -> {
            tx.leases().lock(units);
            end(tx, units, asker.now());
            List<Lease> held = Owned.held(tx, units, asker);
            List<Untidied> left = counting(tx.tidying().of(units, asker.now())).toList();
            if (left.isEmpty()) {
                return new TidyResult.Nothing(held);
            }
            Optional<Untidied> anothers = left.stream()
                    .filter(part -> !anybodys
                            && !mayConfirm(tx, part, held, asker.person().id()))
                    .findFirst();
            if (anothers.isPresent()) {
                return new TidyResult.Anothers(anothers.get());
            }
            tx.tidying().confirm(left.stream().map(Untidied::unit).toList(), asker.now());
            List<EnvironmentId> tidied = environments.stream()
                    .filter(environment ->
                            left.stream().anyMatch(part -> environment.units().contains(part.unit())))
                    .map(Environment::id)
                    .distinct()
                    .toList();
            tidied.forEach(id -> Notes.write(tx, What.TIDIED, id, asker, Map.of()));
            return new TidyResult.Tidied(tidied, left);
        });
    }

    /** Ends what is past its end, so that it can be confirmed whoever sweeps when. */
    private void end(LeaseTx tx, List<UnitName> units, Instant now) {
        List<Lease> over = tx.leases().open(units).stream()
                .filter(lease -> !lease.heldAt(now))
                .toList();
        over.forEach(lease -> LeaseEnding.expire(tx, lease, now));
        new Lines(tx, zone, now).serve(Lease.unitsOf(over));
    }

    private static boolean mayConfirm(LeaseTx tx, Untidied part, List<Lease> held, PersonId person) {
        return tx.leases()
                        .find(part.lease())
                        .filter(lease -> lease.belongsTo(person))
                        .isPresent()
                || held.stream().anyMatch(lease -> lease.units().contains(part.unit()) && lease.belongsTo(person));
    }

    /** What of the environment is not tidied, unit by unit in name order. */
    public List<Untidied> of(Environment environment, Instant now) {
        return counting(transactor.read(tx -> tx.tidying().of(environment.units(), now)))
                .toList();
    }

    /** What nobody holds at that moment and is not tidied, unit by unit in name order. */
    public List<Untidied> free(Instant now) {
        return counting(transactor.read(tx -> tx.tidying().free(now))).toList();
    }

    private Stream<Untidied> counting(Collection<Untidied> left) {
        return left.stream().filter(part -> !checklist(part).isEmpty());
    }

    private List<String> checklist(Untidied part) {
        return catalog.current()
                .find(part.environment())
                .map(TidyService::checklist)
                .orElse(List.of());
    }

    /** Asks those who had something last, and did not confirm it within so much of their working time; once. How many were looked at. */
    public int ask(Instant now) {
        return transactor.write(tx -> {
            List<LeaseId> due = tx.tidying().toAsk(now, AT_ONCE);
            due.forEach(id -> tx.leases().find(id).ifPresent(lease -> ask(tx, lease, now)));
            return due.size();
        });
    }

    private void ask(LeaseTx tx, Lease lease, Instant now) {
        List<Untidied> left = tx.tidying().of(lease.units(), now).stream()
                .filter(part -> part.lease().equals(lease.id()))
                .toList();
        Instant due =
                left.stream().findFirst().map(part -> worked(tx, part, now)).orElse(now);
        if (due.isAfter(now)) {
            tx.tidying().askAt(lease.id(), due);
            return;
        }
        if (!tx.tidying().asked(lease.id()) || left.isEmpty()) {
            return;
        }
        List<String> checklist = checklist(left.getFirst());
        Optional<Lease> next = tx.leases().open(lease.units()).stream()
                .filter(it -> it.heldAt(now))
                .findFirst();
        boolean again = next.filter(it -> it.belongsTo(lease.holder().id())).isPresent();
        if (checklist.isEmpty() || again) {
            return;
        }
        tx.history()
                .add(new HistoryEvent(
                        now,
                        What.NOT_TIDIED,
                        Optional.of(lease.environment()),
                        Optional.of(lease.id().value()),
                        Optional.empty(),
                        Map.of("holder", lease.holder().name())));
        Notice notice = new Notice.NotTidied(
                lease.environment(),
                left.getFirst().since(),
                checklist,
                next.map(Lease::holder).map(PersonRef::name));
        tx.outbox().put(lease.holder().id(), notice, now);
    }

    /** Not in the evening either, where nobody looked for a while. */
    private Instant worked(LeaseTx tx, Untidied part, Instant now) {
        WorkingTime working = WorkingTime.of(tx, part.holder().id(), zone);
        Instant due = working.after(part.since(), ASK_AFTER);
        return due.isAfter(now) ? due : working.after(now, Duration.ZERO);
    }
}
