package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What became of a hand-over. */
public sealed interface HandoverResult {
    /**
     * It is offered.
     *
     * @param passed who waits for it and is passed by, first in line first
     */
    record Offered(Handover handover, Lease lease, List<PersonRef> passed) implements HandoverResult {}

    /** Nobody hands over to themselves. */
    record ToHolder(Lease lease) implements HandoverResult {}

    /** The asker does not hold it; neither does anybody else. */
    record NotHeld(EnvironmentId environment) implements HandoverResult {}

    /** It is another's; helpers do not hand over. */
    record Anothers(Lease lease) implements HandoverResult {}

    /** It is held as a part of another lease of the asker. */
    record PartOf(EnvironmentId environment, Lease lease) implements HandoverResult {}

    /**
     * Longer than is allowed there.
     *
     * @param maximum the longest lease of it
     * @param latest the latest end that would be allowed now
     */
    record TooLong(Lease lease, Duration maximum, Instant latest) implements HandoverResult {}
}
