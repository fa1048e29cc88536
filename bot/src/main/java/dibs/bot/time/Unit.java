package dibs.bot.time;

import java.math.BigDecimal;
import java.util.Optional;

/** The units of durations, smallest first; a month is taken as 30 days and a year as 365. */
enum Unit {
    SECOND(1),
    MINUTE(60),
    HOUR(3_600),
    DAY(86_400),
    WEEK(604_800),
    MONTH(2_592_000),
    YEAR(31_536_000);

    private final long seconds;

    Unit(long seconds) {
        this.seconds = seconds;
    }

    static Optional<Unit> named(String name) {
        return switch (name) {
            case "s", "sec", "secs", "second", "seconds" -> Optional.of(SECOND);
            case "m", "min", "mins", "minute", "minutes" -> Optional.of(MINUTE);
            case "h", "hr", "hrs", "hour", "hours" -> Optional.of(HOUR);
            case "d", "day", "days" -> Optional.of(DAY);
            case "w", "wk", "wks", "week", "weeks" -> Optional.of(WEEK);
            case "mo", "mos", "month", "months" -> Optional.of(MONTH);
            case "y", "yr", "yrs", "year", "years" -> Optional.of(YEAR);
            default -> Optional.empty();
        };
    }

    /** The unit behind a number in words: letters are none there, and "a second opinion" is no time. */
    static Optional<Unit> spelled(String name) {
        return name.length() < 3 || name.equals("second") ? Optional.empty() : named(name);
    }

    /** That many of it, in seconds. */
    BigDecimal times(BigDecimal count) {
        return count.multiply(BigDecimal.valueOf(seconds));
    }
}
