package dibs.backend.gate;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Windows that come back on days of the week, at an hour of a wall clock.
 *
 * <p>The clock is that of the zone, whatever it does: where it is put forward past the hour, a window begins as much later as it was
 * put forward; where it is put back and shows the hour twice, a window begins at the first. A window is as long as it is said to be,
 * however the clock is put meanwhile.
 *
 * @param days at least one, in the week's order
 * @param at when a window begins
 * @param zone whose wall clock counts
 * @param length how long a window is: more than nothing, a day at most, so that no two overlap
 */
public record Rhythm(List<DayOfWeek> days, LocalTime at, ZoneId zone, Duration length) {
    /** The longest window. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final int WEEK = 7;

    public Rhythm {
        days = days.stream().distinct().sorted().toList();
        if (days.isEmpty() || !length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no rhythm: " + days + " for " + length);
        }
    }

    /**
     * One window.
     *
     * @param until the first instant after it
     */
    public record Span(Instant from, Instant until) {}

    /** The window that is on at that moment, or nothing. */
    public Optional<Span> window(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        // One of yesterday may reach into today; one that the clock's being put pushed on, too.
        for (int back = 0; back <= 2; back++) {
            Optional<Span> span =
                    on(today.minusDays(back)).filter(it -> !now.isBefore(it.from()) && now.isBefore(it.until()));
            if (span.isPresent()) {
                return span;
            }
        }
        return Optional.empty();
    }

    /** The first window that begins after that moment. */
    public Span next(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int ahead = -1; ahead <= WEEK + 1; ahead++) {
            Optional<Span> span =
                    on(today.plusDays(ahead)).filter(it -> it.from().isAfter(now));
            if (span.isPresent()) {
                return span.get();
            }
        }
        throw new IllegalStateException("a week without a day of " + days);
    }

    private Optional<Span> on(LocalDate date) {
        if (!days.contains(date.getDayOfWeek())) {
            return Optional.empty();
        }
        Instant from = date.atTime(at).atZone(zone).toInstant();
        return Optional.of(new Span(from, from.plus(length)));
    }
}
