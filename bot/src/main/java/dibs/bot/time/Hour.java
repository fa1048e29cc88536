package dibs.bot.time;

import dibs.backend.person.WorkingHours;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** An hour of a day as somebody wrote it. */
sealed interface Hour {
    /** When that is on that day; the end of a day is the beginning of the next. */
    LocalDateTime on(LocalDate date, WorkingHours hours, Direction direction);

    /** A time of day. */
    record Clock(LocalTime time) implements Hour {
        @Override
        public LocalDateTime on(LocalDate date, WorkingHours hours, Direction direction) {
            return date.atTime(time);
        }
    }

    /**
     * A number behind "at": of the morning's and the afternoon's hour the one within working hours, both ends
     * included; where that decides nothing, what a clock of 24 hours shows.
     *
     * @param number 0 to 23
     */
    record Bare(int number) implements Hour {
        @Override
        public LocalDateTime on(LocalDate date, WorkingHours hours, Direction direction) {
            LocalTime said = LocalTime.of(number, 0);
            LocalTime other = LocalTime.of((number + 12) % 24, 0);
            boolean afternoon = number > 0 && number < 12 && works(other, hours) && !works(said, hours);
            return date.atTime(afternoon ? other : said);
        }

        private static boolean works(LocalTime time, WorkingHours hours) {
            boolean untilMidnight = hours.to().equals(LocalTime.MIDNIGHT);
            return !time.isBefore(hours.from()) && (untilMidnight || !time.isAfter(hours.to()));
        }
    }

    /** What has a name. */
    enum Named implements Hour {
        /** No hour was said: the end of the working day for an end, its beginning for a start. */
        UNSAID,
        WORK_START,
        WORK_END,
        /** From noon, to the end of the working day. */
        AFTERNOON,
        /** From the end of the working day, to midnight. */
        NIGHT,
        /** The end of the day. */
        MIDNIGHT;

        @Override
        public LocalDateTime on(LocalDate date, WorkingHours hours, Direction direction) {
            boolean start = direction == Direction.START;
            LocalDateTime midnight = date.plusDays(1).atStartOfDay();
            LocalDateTime begin = date.atTime(hours.from());
            LocalDateTime end = hours.to().equals(LocalTime.MIDNIGHT) ? midnight : date.atTime(hours.to());
            return switch (this) {
                case UNSAID -> start ? begin : end;
                case WORK_START -> begin;
                case WORK_END -> end;
                case AFTERNOON -> start ? date.atTime(LocalTime.NOON) : end;
                case NIGHT -> start ? end : midnight;
                case MIDNIGHT -> midnight;
            };
        }
    }
}
