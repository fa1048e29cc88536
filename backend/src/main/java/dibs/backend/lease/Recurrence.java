package dibs.backend.lease;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * On which days something comes again.
 *
 * @param days of the week, at least one
 * @param weeks it comes in one week of so many, the week of the first day being one of them; at least 1
 */
public record Recurrence(Set<DayOfWeek> days, int weeks) {
    public Recurrence {
        if (days.isEmpty() || weeks < 1) {
            throw new IllegalArgumentException("comes never again");
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /** The days from that one on, without end; counted from the first day of all, whose week counts. */
    Stream<LocalDate> from(LocalDate begin, LocalDate first) {
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(begin.isBefore(first) ? first : begin, day -> day.plusDays(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .filter(day -> ChronoUnit.DAYS.between(monday, day) / 7 % weeks == 0);
    }
}
