package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.transaction.Transactor;

/** Who wants to hear when something changes. */
public final class WatchService {
    private final Transactor<? extends LeaseTx> transactor;

    public WatchService(Transactor<? extends LeaseTx> transactor) {
        this.transactor = transactor;
    }

    /** Begins to watch an environment that can be held, and every part of it; {@code cancel} ends that. */
    public WatchResult watch(Environment environment, Asker asker) {
        return Once.run(
                transactor,
                asker,
                WatchResult.class,
                tx -> tx.watches().add(asker.person().id(), environment.id(), environment.units(), asker.now())
                        ? new WatchResult.Begun(environment.id())
                        : new WatchResult.Already(environment.id()));
    }
}
