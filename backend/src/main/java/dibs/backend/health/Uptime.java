package dibs.backend.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long an environment worked, of the time in which anybody could tell.
 *
 * @param of the time that was asked about
 * @param known how much of it anybody could tell
 * @param up how much of that it worked, degraded or not
 */
public record Uptime(Duration of, Duration known, Duration up) {
    /** The times that people are told. */
    public static final List<Duration> TOLD = List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    private static final int HUNDREDTHS = 10_000;

    /** In hundredths of a per cent, rounded down so that less than all is never shown as all; nothing where nobody could tell. */
    public Optional<Integer> hundredths() {
        return known.isZero() ? Optional.empty() : Optional.of((int) (up.toMillis() * HUNDREDTHS / known.toMillis()));
    }

    /**
     * Up to that moment.
     *
     * @param changes oldest first, the last one before the time among them
     */
    static Uptime of(List<HealthChange> changes, Duration length, Instant now) {
        Instant from = now.minus(length);
        Duration known = Duration.ZERO;
        Duration up = Duration.ZERO;
        for (int i = 0; i < changes.size(); i++) {
            HealthChange change = changes.get(i);
            Instant begin = change.at().isBefore(from) ? from : change.at();
            Instant next = i + 1 < changes.size() ? changes.get(i + 1).at() : now;
            Instant end = next.isAfter(now) ? now : next;
            if (change.counts() && end.isAfter(begin)) {
                Duration lasted = Duration.between(begin, end);
                known = known.plus(lasted);
                up = change.health().works() ? up.plus(lasted) : up;
            }
        }
        return new Uptime(length, known, up);
    }
}
