package dibs.backend.notice;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;

/** What is said without being asked: facts only, put into words when it is delivered. */
public sealed interface Notice {
    /** The environment that it is about. */
    EnvironmentId environment();

    /**
     * The reader's lease ended by itself.
     *
     * @param until when it ended
     */
    record LeaseExpired(EnvironmentId environment, Instant until) implements Notice {}

    /**
     * The reader was made a helper.
     *
     * @param by the name of who did it
     */
    record HelperAdded(EnvironmentId environment, String by, Instant until) implements Notice {}
}
