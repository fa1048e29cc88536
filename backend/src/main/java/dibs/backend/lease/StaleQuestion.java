package dibs.backend.lease;

import java.time.Instant;
import java.util.Optional;

/**
 * The question to a holder whether a lease is still used, not answered by a sign of life so far.
 *
 * @param due from then on others hear that it was not answered
 * @param told when they did
 */
public record StaleQuestion(LeaseId lease, Reason reason, Instant asked, Instant due, Optional<Instant> told) {

    /** Why it is asked. */
    public enum Reason {
        /** There was no sign of life for long. */
        SILENT,
        /** It has been held for long. */
        LONG,
        /** Somebody waits for it. */
        WANTED
    }

    /** Whether the time to answer is over. */
    public boolean overdueAt(Instant now) {
        return !due.isAfter(now);
    }
}
