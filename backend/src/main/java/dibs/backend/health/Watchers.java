package dibs.backend.health;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.notice.Notice;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Tells those who watch an environment, inside the transaction of what they are told. */
final class Watchers {
    private Watchers() {}

    static void tell(HealthTx tx, Catalog catalog, EnvironmentId environment, Notice notice, Instant now) {
        tx.watches()
                .watching(units(catalog, environment))
                .forEach(person -> tx.outbox().put(person, notice, now));
    }

    /** That sheriffs decided anew of a tree. */
    static void tell(HealthTx tx, Catalog catalog, Tree tree, Instant now) {
        Notice notice = new Notice.TreeChanged(tree.environment(), tree.state().word(), tree.since(), tree.reason());
        tell(tx, catalog, tree.environment(), notice, now);
    }

    /** Who watches the set of a pool watches the pool. */
    private static Set<UnitName> units(Catalog catalog, EnvironmentId id) {
        Set<UnitName> units = new TreeSet<>();
        units.add(new UnitName(id.value()));
        catalog.find(id).map(Environment::units).ifPresent(units::addAll);
        catalog.setOf(id).map(Environment::units).ifPresent(units::addAll);
        return units;
    }
}
