package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;

/** What was called off. */
public sealed interface CancelResult {
    /** An offer to the asker was turned down. */
    record Declined(Handover handover, Lease lease) implements CancelResult {}

    /** The asker's own offer was taken back. */
    record Withdrawn(Handover handover, Lease lease) implements CancelResult {}

    /** The asker's wish to take it over is off. */
    record NotTakenOver(Takeover takeover, Lease lease) implements CancelResult {}

    /** The asker left the line. */
    record LeftLine(EnvironmentId environment) implements CancelResult {}

    /**
     * The next window that the asker reserved is off.
     *
     * @param more whether others of the same series are still to come
     */
    record Unreserved(Reservation reservation, boolean more) implements CancelResult {}

    /**
     * The asker left the line, and all that were joined with it.
     *
     * @param any what the asker waited for any of
     */
    record LeftLines(EnvironmentId environment, String any) implements CancelResult {}

    /** The asker watches it no longer. */
    record Unwatched(EnvironmentId environment) implements CancelResult {}

    /** There was nothing of the asker's to call off. */
    record Nothing(EnvironmentId environment) implements CancelResult {}
}
