package dibs.bot.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The English names of days and months, whole and cut, whatever the machine's language. */
public final class DayNames {
    private static final List<Set<String>> DAYS = List.of(
            Set.of("monday", "mon"),
            Set.of("tuesday", "tue", "tues"),
            Set.of("wednesday", "wed", "weds"),
            Set.of("thursday", "thu", "thur", "thurs"),
            Set.of("friday", "fri"),
            Set.of("saturday", "sat"),
            Set.of("sunday", "sun"));
    private static final int BRIEF = 3;

    private DayNames() {}

    /** The day of that name, in any case: {@code Monday}, {@code mon}, {@code tues}. */
    public static Optional<DayOfWeek> day(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (DAYS.get(day.getValue() - 1).contains(name)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** The month of that name: whole, its first three letters, or "sept". */
    static Optional<Month> month(String word) {
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            if (word.equals(name)
                    || word.equals(name.substring(0, BRIEF))
                    || (word.equals("sept") && month == Month.SEPTEMBER)) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    /** The name as replies say it: "Mon". */
    static String brief(DayOfWeek day) {
        return brief(day.name());
    }

    /** The name as replies say it: "Nov". */
    static String brief(Month month) {
        return brief(month.name());
    }

    private static String brief(String name) {
        return name.charAt(0) + name.substring(1, BRIEF).toLowerCase(Locale.ROOT);
    }
}
