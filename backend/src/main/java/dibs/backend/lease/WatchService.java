package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import dibs.backend.transaction.Transactor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who wants to hear when something changes. */
public final class WatchService {
    private final Transactor<? extends LeaseTx> transactor;

    public WatchService(Transactor<? extends LeaseTx> transactor) {
        this.transactor = transactor;
    }

    /** What can be held is watched by its parts, and everything by its own name. */
    private static Set<UnitName> parts(Environment environment) {
        Set<UnitName> parts = new TreeSet<>(environment.units());
        parts.add(new UnitName(environment.id().value()));
        return parts;
    }

    /** Begins to watch an environment, and every part of it that can be held; {@code cancel} ends that. */
    public WatchResult watch(Environment environment, Asker asker) {
        return Once.run(
                transactor,
                asker,
                WatchResult.class,
                tx -> tx.watches().add(asker.person().id(), environment.id(), parts(environment), asker.now())
                        ? new WatchResult.Begun(environment.id())
                        : new WatchResult.Already(environment.id()));
    }

    /** What the person watches, in name order. */
    public List<EnvironmentId> of(PersonId person) {
        return transactor.read(tx -> tx.watches().of(person));
    }
}
