package dibs.backend.lease;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.CatalogChange;
import dibs.backend.environment.CatalogListener;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.transaction.Transactor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps leases through changes of the catalog: a renamed environment carries its lease, token and history; one that is
 * held cannot disappear, since nobody could give it back then; a retired one runs out.
 */
public final class LeasesFollowCatalog implements CatalogListener {
    private final Transactor<? extends LeaseTx> transactor;
    private final InstantSource clock;

    public LeasesFollowCatalog(Transactor<? extends LeaseTx> transactor, InstantSource clock) {
        this.transactor = transactor;
        this.clock = clock;
    }

    @Override
    public List<String> objections(CatalogChange change, Catalog next) {
        return unknownTo(next, change.renamed());
    }

    /** Why a catalog cannot be used on this store: what is held and not in it, one sentence each. */
    public List<String> objections(Catalog catalog) {
        Map<EnvironmentId, EnvironmentId> renamed = new LinkedHashMap<>();
        catalog.environments()
                .forEach(environment ->
                        environment.naming().formerIds().forEach(former -> renamed.put(former, environment.id())));
        return unknownTo(catalog, renamed);
    }

    private List<String> unknownTo(Catalog catalog, Map<EnvironmentId, EnvironmentId> renamed) {
        Instant now = clock.instant();
        return transactor.read(tx -> tx.leases().held(now)).stream()
                .filter(lease -> catalog.find(lease.environment()).isEmpty())
                .filter(lease -> !renamed.containsKey(lease.environment()))
                .map(lease ->
                        lease.environment() + " is held by " + lease.holder().name() + " until " + lease.until()
                                + " and is not in the catalog any more: keep its entry with retired: until then.")
                .toList();
    }

    @Override
    public void changed(CatalogChange change, Catalog next) {
        Instant now = clock.instant();
        transactor.write(tx -> {
            change.renamed().forEach((from, to) -> rename(tx, from, to, now));
            tx.reminders().lookAgain();
            Map<String, String> details = new LinkedHashMap<>();
            details.put("change", change.summary());
            String touched = touched(tx.leases().held(now), change);
            if (!touched.isEmpty()) {
                details.put("leases", touched);
            }
            tx.history()
                    .add(new HistoryEvent(
                            now, What.CATALOG_LOADED, Optional.empty(), Optional.empty(), Optional.empty(), details));
            return change;
        });
    }

    /** Takes up, at start, what was renamed while nothing ran. */
    public void begin(Catalog catalog) {
        Instant now = clock.instant();
        List<Environment> renamed = catalog.environments().stream()
                .filter(environment -> !environment.naming().formerIds().isEmpty())
                .toList();
        if (!renamed.isEmpty()) {
            transactor.write(tx -> {
                renamed.forEach(environment ->
                        environment.naming().formerIds().forEach(former -> rename(tx, former, environment.id(), now)));
                return renamed;
            });
        }
    }

    private static void rename(LeaseTx tx, EnvironmentId from, EnvironmentId to, Instant now) {
        if (tx.leases().rename(from, to)) {
            tx.history()
                    .add(new HistoryEvent(
                            now,
                            What.RENAMED,
                            Optional.of(to),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of("from", from.value())));
        }
    }

    private static String touched(List<Lease> held, CatalogChange change) {
        List<EnvironmentId> touched = Stream.of(
                        change.changed().stream(), change.retired().stream(), change.renamed().values().stream())
                .flatMap(ids -> ids)
                .toList();
        return String.join(
                ", ",
                held.stream()
                        .filter(lease -> touched.contains(lease.environment()))
                        .map(lease ->
                                lease.environment() + " of " + lease.holder().name())
                        .toList());
    }
}
