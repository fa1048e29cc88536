package dibs.backend.notice;

import java.time.Duration;
import java.util.Optional;

/**
 * How long something is left alone that a platform did not take. What the platform asks for counts up to {@link #LONGEST_ASKED}.
 *
 * @param least even where the platform asks for less
 * @param unasked where the platform asks for nothing
 */
public record Pause(Duration least, Duration unasked) {
    /** A platform that asks for more is tried again all the same. */
    public static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private static final int DOUBLINGS = 20;

    /**
     * Longer each time.
     *
     * @param before how often it was tried before
     */
    public static Pause doubled(Duration first, int before, Duration longest) {
        Duration length = shorter(first.multipliedBy(1L << Math.min(before, DOUBLINGS)), longest);
        return new Pause(length, length);
    }

    /**
     * The length of the pause.
     *
     * @param asked how long the platform wants to be left alone, where it says so
     */
    public Duration length(Optional<Duration> asked) {
        return asked.map(length -> longer(least, shorter(length, LONGEST_ASKED)))
                .orElse(unasked);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
