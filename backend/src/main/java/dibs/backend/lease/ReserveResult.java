package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What became of a wish to reserve. */
public sealed interface ReserveResult {
    /** It is reserved: the windows that are stored so far, in order. */
    record Reserved(List<Reservation> reservations) implements ReserveResult {}

    /** Others have some of it then; nothing was reserved. */
    record Taken(List<Blocker> blockers) implements ReserveResult {}

    /** The asker has reserved some of it then already; nothing was reserved. */
    record Already(Reservation mine) implements ReserveResult {}

    /** It is not ahead: it would have begun then. */
    record Past(Instant starts) implements ReserveResult {}

    /**
     * So far ahead nothing is reserved.
     *
     * @param latest the latest moment at which a window may begin, as seen from now
     */
    record TooFar(Instant starts, Instant latest) implements ReserveResult {}

    /**
     * Longer than it may be held.
     *
     * @param maximum the longest lease of it
     */
    record TooLong(EnvironmentId environment, Duration maximum) implements ReserveResult {}

    /** Each window would run into the next. */
    record IntoItself(Duration length) implements ReserveResult {}

    /** Its last end comes before its first window. */
    record Never(Instant until) implements ReserveResult {}

    /** The asker has as many as one person may have. */
    record TooMany(int most) implements ReserveResult {}
}
