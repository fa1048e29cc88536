package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.gate.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What became of a claim. */
public sealed interface ClaimResult {
    /**
     * All is the asker's now.
     *
     * @param leases the new leases, in the order asked for
     * @param before leases of the asker that already held part of what was asked for
     * @param uses what was recorded with them
     * @param first whether the asker never held anything alike before
     * @param shortened which of the leases end sooner than was asked, because others have reserved it from then on
     */
    record Granted(List<Lease> leases, List<Lease> before, List<Use> uses, boolean first, List<Shortened> shortened)
            implements ClaimResult {
        public Granted {
            // Answers that were stored before there were reservations have none.
            shortened = shortened == null ? List.of() : List.copyOf(shortened);
        }
    }

    /** The lease ends sooner because of that reservation. */
    record Shortened(LeaseId lease, Blocker by) {}

    /** What the asker reserved is confirmed: it begins by itself. */
    record Confirmed(Reservation reservation) implements ClaimResult {}

    /** Everything was the asker's already; ends and purposes are as they were. */
    record AlreadyYours(List<Lease> leases) implements ClaimResult {}

    /** Somebody else has some of it; nothing was granted. */
    record Held(List<Blocker> blockers) implements ClaimResult {}

    /** Its gate is shut, or that of a part or of the whole; nothing was granted. */
    record Shut(List<Gate> gates) implements ClaimResult {
        public Shut {
            gates = List.copyOf(gates);
        }
    }

    /**
     * Longer than is allowed there; nothing was granted.
     *
     * @param maximum the longest lease of it
     * @param latest the latest end that would be allowed now
     */
    record TooLong(EnvironmentId environment, Duration maximum, Instant latest) implements ClaimResult {}
}
