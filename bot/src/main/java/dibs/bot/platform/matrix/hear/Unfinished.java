package dibs.bot.platform.matrix.hear;

import java.time.Duration;
import java.util.Optional;

/** Leaves a batch that cannot be heard to its end now: it is read again; never leaves this package. */
final class Unfinished extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> retryAfter;

    Unfinished(Optional<Duration> retryAfter, String why) {
        super(why, null, false, false);
        this.retryAfter = retryAfter;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
