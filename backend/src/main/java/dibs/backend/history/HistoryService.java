package dibs.backend.history;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.transaction.Transactor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks back. */
public final class HistoryService {
    private final Transactor<? extends HistoryTx> transactor;

    public HistoryService(Transactor<? extends HistoryTx> transactor) {
        this.transactor = transactor;
    }

    /** The newest lines; see {@link History#newest}. */
    public List<HistoryEvent> newest(Optional<EnvironmentId> environment, Optional<Instant> since, int limit) {
        return transactor.read(tx -> tx.history().newest(environment, since, limit));
    }

    /** Adds a line that no other transaction writes. */
    public void add(HistoryEvent event) {
        transactor.write(tx -> {
            tx.history().add(event);
            return event;
        });
    }
}
