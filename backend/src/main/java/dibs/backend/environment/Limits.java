package dibs.backend.environment;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an environment is held.
 *
 * @param usual how long a claim without an end lasts; nothing: to the end of the speaker's working day
 * @param maximum the longest that a lease may last, from its start
 */
public record Limits(Optional<Duration> usual, Duration maximum) {
    /** Dibs' own limits where the catalog says none: to the end of the working day, at most five days. */
    public static final Limits BUILT_IN = new Limits(Optional.empty(), Duration.ofDays(5));
}
