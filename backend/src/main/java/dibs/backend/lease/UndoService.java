package dibs.backend.lease;

import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.ZoneId;

/** Takes back a person's last release or takeover, for ten minutes, while nobody else has it. */
public final class UndoService {
    /** How long something can be undone. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    private final Transactor<? extends LeaseTx> transactor;
    private final IdSource ids;
    private final ZoneId zone;

    /** @param zone of persons who have none */
    public UndoService(Transactor<? extends LeaseTx> transactor, IdSource ids, ZoneId zone) {
        this.transactor = transactor;
        this.ids = ids;
        this.zone = zone;
    }

    /**
     * Undoes the asker's last release or takeover of the last {@link #WITHIN}, of several leases all or none; an undo itself is not undone.
     *
     * @param pastGates whether the asker may have what is shut
     */
    public UndoResult undo(boolean pastGates, Asker asker) {
        return Once.run(transactor, asker, UndoResult.class, tx -> new Undoing(tx, ids, zone, pastGates, asker).undo());
    }
}
