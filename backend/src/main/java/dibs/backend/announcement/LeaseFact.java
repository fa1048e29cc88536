package dibs.backend.announcement;

import dibs.backend.lease.Lease;
import java.time.Instant;
import java.util.Optional;

/**
 * A lease as it is announced.
 *
 * @param ended when it ended; nothing while it is held
 * @param waiting how many persons wait for any of what it holds
 * @param unanswered since when its holder owes the answer whether it is still used, once others may know
 */
public record LeaseFact(Lease lease, Optional<Instant> ended, int waiting, Optional<Instant> unanswered) {}
