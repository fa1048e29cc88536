package dibs.backend.lease;

import dibs.backend.gate.Gate;
import java.util.List;

/** What became of an undo. */
public sealed interface UndoResult {
    /** The asker's release is undone: these are held and used again. */
    record HeldAgain(List<Lease> leases, List<Use> uses) implements UndoResult {}

    /** The asker's takeover is undone: this is its former holder's again. */
    record GivenBack(Lease lease) implements UndoResult {}

    /** Somebody else has it meanwhile; nothing was undone. */
    record Gone(List<Blocker> blockers) implements UndoResult {}

    /** Its gate is shut, or that of a part or of the whole; nothing was undone. */
    record Shut(List<Gate> gates) implements UndoResult {
        public Shut {
            gates = List.copyOf(gates);
        }
    }

    /** It would have ended meanwhile. */
    record Over(Lease lease) implements UndoResult {}

    /** The asker has done nothing in the last ten minutes that can be undone. */
    record Nothing() implements UndoResult {}
}
