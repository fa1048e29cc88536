package dibs.bot.platform.matrix.send;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The pauses that the homeserver wants. Where it only fails, they become longer until something gets through. */
final class Pace {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 5;

    private Instant closedUntil = Instant.MIN;
    private Instant limitedAt = Instant.MIN;
    private int failures;

    /** How long nothing may be sent from now on; nothing where something may. */
    synchronized Optional<Duration> closed(Instant now) {
        return now.isBefore(closedUntil) ? Optional.of(Duration.between(now, closedUntil)) : Optional.empty();
    }

    /** Something got through. */
    synchronized void open() {
        failures = 0;
    }

    /**
     * Nothing is to be sent for a while.
     *
     * @param asked how long the homeserver wants it; nothing where it does not say
     * @param limited whether it wants it because of too much
     * @return from when on something may be sent again
     */
    synchronized Instant pause(Optional<Duration> asked, boolean limited, Instant now) {
        limitedAt = limited ? now : limitedAt;
        Duration own = FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        failures++;
        Duration pause = asked.orElse(own.compareTo(LONGEST) < 0 ? own : LONGEST);
        Instant until = now.plus(pause.compareTo(LONGEST_ASKED) < 0 ? pause : LONGEST_ASKED);
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
        return closedUntil;
    }

    /** Whether the homeserver has said not long ago that it was too much. */
    synchronized boolean wasLimited(Instant now) {
        return !limitedAt.equals(Instant.MIN) && now.isBefore(limitedAt.plus(REMEMBERED));
    }
}
