package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;

/** What came of the wish to watch. */
public sealed interface WatchResult {
    /** The asker watches it from now on. */
    record Begun(EnvironmentId environment) implements WatchResult {}

    /** The asker watched it before. */
    record Already(EnvironmentId environment) implements WatchResult {}
}
