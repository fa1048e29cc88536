package dibs.backend.environment;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When whoever holds an environment is reminded of the end, and asked whether it is still used. Lengths of silence and of time to
 * answer are of the holder's own working time.
 *
 * @param remind how long before the end, longest first; empty: never
 * @param silent so long without a sign of life, and the holder is asked
 * @param softMaximum held for so long, by the clock, the holder is asked; nothing: however long
 * @param whileWaiting so long without a sign of life while somebody waits, and the holder is asked
 * @param answer how long the holder has to answer, before others hear of it
 */
public record Attention(
        List<Duration> remind,
        Duration silent,
        Optional<Duration> softMaximum,
        Duration whileWaiting,
        Duration answer) {
    /** What holds where the catalog says nothing. */
    public static final Attention BUILT_IN = new Attention(
            List.of(Duration.ofMinutes(30), Duration.ofMinutes(5)),
            Duration.ofHours(18),
            Optional.empty(),
            Duration.ofHours(4),
            Duration.ofHours(1));

    public Attention {
        remind = remind.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    }
}
