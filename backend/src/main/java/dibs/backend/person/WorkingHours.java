package dibs.backend.person;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a person works, on the wall clock of their zone.
 *
 * @param from the first minute of work
 * @param to the first minute after work; midnight stands for the end of the day
 * @param days the days of work, at least one
 */
public record WorkingHours(LocalTime from, LocalTime to, Set<DayOfWeek> days) {
    /** What holds where a person said nothing: 9 to 18, Monday to Friday. */
    public static final WorkingHours USUAL = new WorkingHours(
            LocalTime.of(9, 0), LocalTime.of(18, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    public WorkingHours {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("working hours need a day");
        }
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("working hours end after they begin");
        }
        days = Set.copyOf(days);
    }

    /** The end of work on that day, whether or not it is a day of work. */
    public Instant endOf(LocalDate day, ZoneId zone) {
        return to.equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(to).atZone(zone).toInstant();
    }

    /** The moment by which that much working time has passed since {@code start}. */
    public Instant after(Instant start, Duration work, ZoneId zone) {
        Duration left = work;
        ZonedDateTime at = start.atZone(zone);
        LocalDate day = at.toLocalDate();
        Instant cursor = start;
        while (true) {
            if (days.contains(day.getDayOfWeek())) {
                Instant opens = day.atTime(from).atZone(zone).toInstant();
                Instant begin = cursor.isAfter(opens) ? cursor : opens;
                Duration today = Duration.between(begin, endOf(day, zone));
                if (today.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                if (!today.isNegative()) {
                    left = left.minus(today);
                }
            }
            day = day.plusDays(1);
            cursor = day.atStartOfDay(zone).toInstant();
        }
    }
}
