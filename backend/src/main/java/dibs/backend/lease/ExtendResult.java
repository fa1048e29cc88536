package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of an extend. */
public sealed interface ExtendResult {
    /**
     * It ends later now.
     *
     * @param before when it would have ended
     */
    record Extended(Lease lease, Instant before) implements ExtendResult {}

    /** The asker does not hold it; neither does anybody else. */
    record NotHeld(EnvironmentId environment) implements ExtendResult {}

    /** It is another's. */
    record Anothers(Lease lease) implements ExtendResult {}

    /** It is held as a part of another lease of the asker. */
    record PartOf(EnvironmentId environment, Lease lease) implements ExtendResult {}

    /**
     * Longer than is allowed there.
     *
     * @param maximum the longest lease of it, from its start
     * @param latest the latest end that it may have
     */
    record TooLong(Lease lease, Duration maximum, Instant latest) implements ExtendResult {}

    /** The end asked for is not later than the end that it has. */
    record NotLater(Lease lease, Instant asked) implements ExtendResult {}

    /** Somebody else has reserved it, or it is about to be offered, before that end. */
    record Reserved(Lease lease, Optional<Blocker> by) implements ExtendResult {}
}
