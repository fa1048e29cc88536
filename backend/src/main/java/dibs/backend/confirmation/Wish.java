package dibs.backend.confirmation;

import dibs.backend.gate.GateRequest;
import dibs.backend.person.Role;
import dibs.backend.policy.WaiverRequest;

/**
 * What somebody wants and has still to confirm: all that it takes to do it. Kept as JSON, so a record may get more parts
 * but not another name.
 */
public sealed interface Wish {
    /** The role that it takes, when it is confirmed too. */
    Role role();

    /**
     * A line that was said some time ago.
     *
     * @param line as it was said; what it takes is seen when it is confirmed
     */
    record Said(String line) implements Wish {
        @Override
        public Role role() {
            return Role.ASK;
        }
    }

    /** A gate of what is not to be touched now. */
    record PutGate(GateRequest request) implements Wish {
        @Override
        public Role role() {
            return Role.GATE;
        }
    }

    /** An exception from a rule. */
    record Waive(WaiverRequest request) implements Wish {
        @Override
        public Role role() {
            return Role.ADMIN;
        }
    }
}
