package dibs.bot.time;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads hours of the day: {@code 17:00}, {@code 5 pm}, {@code noon}, {@code end of my day}. */
final class Clocks {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:(?:(:)|[.h])(\\d{2})(?::(\\d{2}))?)?"
            + "(?:([ap])\\.?m|(?<=:\\d{2})h)?(?<offset>(?<=:\\d{2})(?:z|\\+\\d{1,2}(?::?\\d{2})?))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    private Clocks() {}

    /** An hour, and the zone that was written behind it. */
    record Said(Hour hour, Optional<ZoneId> zone) {
        Said(Hour hour) {
            this(hour, Optional.empty());
        }
    }

    /** The hour that stands there; a bare number is one behind "at" only. */
    static Reading<Said> read(Words words, int index) {
        int begin = words.skip(index, "at", "@");
        Reading<Said> hour = phrase(words, begin).orLonger(time(words, begin));
        if (begin > index
                && hour instanceof Reading.None
                && NUMBER.matcher(words.at(begin)).matches()) {
            hour = bare(Integer.parseInt(words.at(begin)), begin + 1);
        }
        return hour.then(ok -> zoned(words, ok));
    }

    /** A part of the day, which needs its day before it. */
    static Optional<Hour> part(String word) {
        return switch (word) {
            case "morning" -> Optional.of(Hour.Named.WORK_START);
            case "afternoon" -> Optional.of(Hour.Named.AFTERNOON);
            case "evening" -> Optional.of(Hour.Named.WORK_END);
            case "night" -> Optional.of(Hour.Named.NIGHT);
            default -> Optional.empty();
        };
    }

    private static Reading<Said> phrase(Words words, int index) {
        int named = words.after(index, "12");
        return switch (words.at(named)) {
            case "noon", "midday" -> new Reading.Ok<>(new Said(new Hour.Clock(LocalTime.NOON)), named + 1);
            case "midnight" -> new Reading.Ok<>(new Said(Hour.Named.MIDNIGHT), named + 1);
            case "eod", "cob", "eob" -> new Reading.Ok<>(new Said(Hour.Named.WORK_END), named + 1);
            case "end", "close" -> endOfDay(words, index);
            default -> new Reading.None<>();
        };
    }

    private static Reading<Said> endOfDay(Words words, int index) {
        int of = words.after(index + 1, "of");
        int owner = words.skip(of, "my", "the");
        int day = words.skip(owner, "working", "work", "business");
        boolean ends = words.is(day, "day") || (owner == of && words.is(of, "business", "work"));
        return of > index + 1 && ends
                ? new Reading.Ok<>(new Said(Hour.Named.WORK_END), words.is(day, "day") ? day + 1 : of + 1)
                : new Reading.None<>();
    }

    private static Reading<Said> bare(int number, int next) {
        if (number > 24) {
            return new Reading.Bad<>(Fault.NO_SUCH_TIME, next);
        }
        return new Reading.Ok<>(new Said(number == 24 ? Hour.Named.MIDNIGHT : new Hour.Bare(number)), next);
    }

    private static Reading<Said> time(Words words, int index) {
        Matcher time = TIME.matcher(words.at(index));
        if (!time.matches()) {
            return new Reading.None<>();
        }
        String half = time.group(5);
        int next = index + 1;
        if (half == null && words.is(next, "am", "pm", "a.m", "p.m")) {
            half = words.at(next).substring(0, 1);
            next++;
        } else if (words.is(next, "o'clock", "oclock")) {
            return bare(number(time.group(1)), next + 1);
        }
        if (half == null && time.group(3) == null) {
            return new Reading.None<>();
        }
        Optional<Hour> hour = hour(number(time.group(1)), number(time.group(3)), number(time.group(4)), half);
        if (hour.isEmpty()) {
            // "27.11" and "1.75" are no times at all, but whoever writes a colon means one.
            return time.group(2) == null && half == null
                    ? new Reading.None<>()
                    : new Reading.Bad<>(Fault.NO_SUCH_TIME, next);
        }
        Optional<ZoneId> offset = Optional.ofNullable(time.group("offset")).flatMap(ZoneNames::offset);
        return time.group("offset") != null && offset.isEmpty()
                ? new Reading.Bad<>(Fault.UNKNOWN_ZONE, next)
                : new Reading.Ok<>(new Said(hour.get(), offset), next);
    }

    /** The hour of these figures, if a clock shows them; 24:00 is midnight. */
    static Optional<Hour> hour(int hour, int minute, int second, @Nullable String half) {
        if (minute > 59 || second > 59) {
            return Optional.empty();
        }
        if (half == null) {
            if (hour == 24 && minute == 0 && second == 0) {
                return Optional.of(Hour.Named.MIDNIGHT);
            }
            return hour > 23 ? Optional.empty() : Optional.of(new Hour.Clock(LocalTime.of(hour, minute, second)));
        }
        if (hour < 1 || hour > 12) {
            return Optional.empty();
        }
        int of24 = hour % 12 + (half.equals("p") ? 12 : 0);
        return Optional.of(new Hour.Clock(LocalTime.of(of24, minute, second)));
    }

    private static Reading<Said> zoned(Words words, Reading.Ok<Said> said) {
        if (said.value().zone().isPresent() || !(said.value().hour() instanceof Hour.Clock)) {
            return said;
        }
        Reading<Said> zoned = ZoneWords.suffix(words, said.words())
                .then(zone -> new Reading.Ok<>(new Said(said.value().hour(), Optional.of(zone.value())), zone.words()));
        return said.orLonger(zoned);
    }

    static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The zone of a time in the form of ISO 8601. */
    static Optional<ZoneId> isoZone(@Nullable String written) {
        return Optional.ofNullable(written)
                .flatMap(zone -> zone.equals("z") ? Optional.of(ZoneOffset.UTC) : ZoneNames.offset(zone));
    }
}
