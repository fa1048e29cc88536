package dibs.bot.time;

import dibs.backend.person.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A day as somebody wrote it. */
sealed interface Day {
    /** The days that may be meant, nearest first: the first one whose moment is still ahead is. */
    List<LocalDate> dates(LocalDate today, WorkingHours hours);

    /** What the day's name was that stood before a date. */
    default Optional<DayOfWeek> name() {
        return Optional.empty();
    }

    /** No day was said. */
    record Unsaid() implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today, WorkingHours hours) {
            return List.of(today);
        }
    }

    /** So many days after today. */
    record Ahead(long days) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today, WorkingHours hours) {
            return List.of(today.plusDays(days));
        }
    }

    /** The next such day. */
    record Weekday(DayOfWeek day) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today, WorkingHours hours) {
            LocalDate first = today.with(TemporalAdjusters.nextOrSame(day));
            return List.of(first, first.plusWeeks(1));
        }
    }

    /** That day of the week after this one: said on a Monday, next Friday is in eleven days. */
    record OfNextWeek(DayOfWeek day) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today, WorkingHours hours) {
            return List.of(Week.of(hours).next(today).with(TemporalAdjusters.nextOrSame(day)));
        }
    }

    /** The first day of work of the week after this one. */
    record NextWeek() implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today, WorkingHours hours) {
            return List.of(
                    working(Week.of(hours).next(today), hours).findFirst().orElseThrow());
        }
    }

    /** The last day of work of this week, or of one so many weeks ahead. */
    record LastOfWeek(int weeks) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today, WorkingHours hours) {
            LocalDate begin = Week.of(hours).next(today).plusWeeks(weeks - 1L);
            return List.of(working(begin, hours)
                    .takeWhile(day -> day.isBefore(begin.plusWeeks(1)))
                    .reduce(begin, (before, day) -> day));
        }
    }

    /**
     * The next day of work.
     *
     * @param orToday whether today may be meant
     */
    record NextWorking(boolean orToday) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today, WorkingHours hours) {
            return working(orToday ? today : today.plusDays(1), hours).limit(2).toList();
        }
    }

    /** A date. */
    record Dated(LocalDate date, Optional<DayOfWeek> name) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today, WorkingHours hours) {
            return List.of(date);
        }
    }

    /** A date without its year: the one that is nearest to today, so that yesterday's is over and not in a year. */
    record Yearly(MonthDay date, Optional<DayOfWeek> name) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today, WorkingHours hours) {
            LocalDate nearest = Stream.iterate(
                            today.getYear() - 8, year -> year <= today.getYear() + 8, year -> year + 1)
                    .filter(date::isValidYear)
                    .map(date::atYear)
                    .reduce((one, other) -> distance(other, today) <= distance(one, today) ? other : one)
                    .orElseThrow();
            return List.of(nearest);
        }

        private static long distance(LocalDate date, LocalDate today) {
            return Math.abs(ChronoUnit.DAYS.between(date, today));
        }
    }

    /** A day of the month behind a day's name: the next such date, which falls on that day or is a mistake. */
    record OfMonth(int number, DayOfWeek said) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today, WorkingHours hours) {
            return Stream.iterate(today, day -> day.plusDays(1))
                    .filter(day -> day.getDayOfMonth() == number)
                    .limit(1)
                    .toList();
        }

        @Override
        public Optional<DayOfWeek> name() {
            return Optional.of(said);
        }
    }

    /** The days of work from that one on; never empty, for working hours have a day. */
    private static Stream<LocalDate> working(LocalDate from, WorkingHours hours) {
        return Stream.iterate(from, day -> day.plusDays(1))
                .filter(day -> hours.days().contains(day.getDayOfWeek()));
    }

    /**
     * A person's week.
     *
     * @param first Sunday for who works then and not on Saturdays, else Monday
     */
    record Week(DayOfWeek first) {
        static Week of(WorkingHours hours) {
            boolean fromSunday =
                    hours.days().contains(DayOfWeek.SUNDAY) && !hours.days().contains(DayOfWeek.SATURDAY);
            return new Week(fromSunday ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY);
        }

        /** The first day of the week after that day's. */
        LocalDate next(LocalDate day) {
            return day.with(TemporalAdjusters.next(first));
        }
    }
}
