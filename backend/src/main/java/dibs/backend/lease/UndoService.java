package dibs.backend.lease;

import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import java.time.Duration;

/** Takes back a person's last release or takeover, for ten minutes, while nobody else has it. */
public final class UndoService {
    /** How long something can be undone. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    private final Transactor<? extends LeaseTx> transactor;
    private final IdSource ids;

    public UndoService(Transactor<? extends LeaseTx> transactor, IdSource ids) {
        this.transactor = transactor;
        this.ids = ids;
    }

    /** Undoes the asker's last release or takeover; an undo itself is not undone. */
    public UndoResult undo(Asker asker) {
        return Once.run(transactor, asker, UndoResult.class, tx -> new Undoing(tx, ids, asker).undo());
    }
}
