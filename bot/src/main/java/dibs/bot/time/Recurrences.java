package dibs.bot.time;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what stands behind "every": {@code day}, {@code weekday}, {@code tuesday}, {@code mon,wed}, {@code 2 weeks}, {@code other friday}. */
public final class Recurrences {
    private Recurrences() {}

    /**
     * How often, as it was written.
     *
     * @param days empty: the day of the first time
     * @param weeks once in so many weeks, at least 1
     */
    public record Often(Set<DayOfWeek> days, int weeks) {
        public Often {
            days = Set.copyOf(days);
        }
    }

    /** The longest leading run of words that says how often. */
    public static Reading<Often> read(List<String> list) {
        // "every tuesday until friday" has its end there, it is no span of days.
        Words words = Words.of(list.stream()
                .takeWhile(word -> !List.of("until", "till").contains(word.toLowerCase(Locale.ROOT)))
                .toList());
        int second = words.skip(0, "other", "second", "2nd");
        int weeks = second > 0 ? 2 : 1;
        return days(words, second, weeks).orLonger(weeks(words, second, weeks));
    }

    private static Reading<Often> days(Words words, int index, int weeks) {
        if (words.is(index, "day") && index == 0) {
            return new Reading.Ok<>(new Often(Set.of(DayOfWeek.values()), 1), 1);
        }
        return WeekDays.read(words, index).then(days -> new Reading.Ok<>(new Often(days.value(), weeks), days.words()));
    }

    /** "week", "2 weeks", "other week", each with its days behind "on" or without. */
    private static Reading<Often> weeks(Words words, int index, int weeks) {
        if (words.is(index, "week")) {
            return onDays(words, index + 1, weeks);
        }
        if (index > 0 || !words.at(0).matches("\\d{1,2}|two|three|four") || !words.is(1, "weeks", "week")) {
            return new Reading.None<>();
        }
        int count = switch (words.at(0)) {
            case "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            default -> Integer.parseInt(words.at(0));
        };
        return count < 1 || count > 8 ? new Reading.Bad<>(Fault.NO_SUCH_WEEKS, 2) : onDays(words, 2, count);
    }

    private static Reading<Often> onDays(Words words, int index, int weeks) {
        Reading<Often> alone = new Reading.Ok<>(new Often(Set.of(), weeks), index);
        int on = words.skip(index, "on");
        Reading<Often> named = on == index
                ? new Reading.None<>()
                : WeekDays.read(words, on).then(days -> new Reading.Ok<>(new Often(days.value(), weeks), days.words()));
        return alone.orLonger(named);
    }
}
