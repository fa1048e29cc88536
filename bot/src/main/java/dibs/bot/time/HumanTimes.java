package dibs.bot.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.StringJoiner;

/** Says times in replies, in English whatever the machine's language. */
public final class HumanTimes {
    private static final int DAY = 24;
    private static final int HOUR = 60;
    private static final int HALF_A_MINUTE = 30;

    private HumanTimes() {}

    /**
     * The moment on the clock of that zone: {@code Mon 23 Nov 18:00 (Berlin)}, with the year where it is not that of
     * {@code now}, with the offset in the hour that comes twice. Seconds are cut. {@link TimePoints} reads it back.
     */
    public static String day(Instant instant, ZoneId zone, Instant now) {
        ZonedDateTime at = instant.atZone(zone);
        LocalDateTime local = at.toLocalDateTime();
        boolean twice = zone.getRules().getValidOffsets(local).size() > 1;
        String year = at.getYear() == now.atZone(zone).getYear() ? "" : " " + at.getYear();
        return DayNames.brief(at.getDayOfWeek()) + " " + at.getDayOfMonth() + " " + DayNames.brief(at.getMonth()) + year
                + " " + two(at.getHour()) + ":" + two(at.getMinute()) + " ("
                + (twice ? name(at.getOffset()) : name(zone)) + ")";
    }

    /**
     * The moment on the clock of that zone, short: {@code 18:00 Berlin}, with the day where it is not that of {@code now}
     * there, such as {@code Tue 24 Nov 18:00 Berlin}.
     */
    public static String clock(Instant instant, ZoneId zone, Instant now) {
        String day = day(instant, zone, now);
        String words = day.substring(0, day.length() - 1).replace(" (", " ");
        boolean today =
                instant.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? words.substring(words.indexOf(':') - 2) : words;
    }

    /** How far away the moment is, to the nearest minute; see {@link #left}. */
    public static String away(Instant at, Instant now) {
        Duration away = Duration.between(now, at);
        return left(away.plusSeconds(away.isNegative() ? -HALF_A_MINUTE : HALF_A_MINUTE));
    }

    /** The zone as replies name it: a region's city, {@code UTC}, or an offset such as {@code +02:00}. */
    public static String name(ZoneId zone) {
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return "UTC";
        }
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /**
     * How far away that is: {@code in 3 h 10 min}, {@code in 2 days 4 h}, {@code 4 min ago}, and {@code now} within a
     * minute. Its two largest units, the rest cut.
     *
     * @param left negative for what is over
     */
    public static String left(Duration left) {
        if (left.abs().toMinutes() == 0) {
            return "now";
        }
        Duration away = left.abs();
        long days = away.toDays();
        Duration said = days > 0 ? Duration.ofHours(away.toHours()) : Duration.ofMinutes(away.toMinutes());
        return left.isNegative() ? length(said) + " ago" : "in " + length(said);
    }

    /**
     * The whole length, to the second: {@code 2 h 30 min}, {@code 5 days}, {@code 1 min 30 s}, {@code 0 min}.
     * {@link Durations} reads back what is not shorter than a minute.
     */
    public static String length(Duration length) {
        if (length.isNegative()) {
            return "-" + length(length.negated());
        }
        long minutes = length.toMinutes();
        long days = minutes / HOUR / DAY;
        StringJoiner parts = new StringJoiner(" ");
        add(parts, days, days == 1 ? "day" : "days");
        add(parts, minutes / HOUR % DAY, "h");
        add(parts, minutes % HOUR, "min");
        add(parts, length.toSecondsPart(), "s");
        return parts.length() == 0 ? "0 min" : parts.toString();
    }

    private static void add(StringJoiner parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit);
        }
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
