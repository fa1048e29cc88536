package dibs.bot.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates: {@code 2026-11-27}, {@code 27 nov}, {@code November 27th, 2026}; not those of figures alone that begin with the day or the month. */
final class Dates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})(?:\\2(?:\\d{4}|\\d{2}))?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)");
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");

    private Dates() {}

    /**
     * The date that stands there.
     *
     * @param name the day's name that stood before it
     */
    static Reading<Day> read(Words words, int index, Optional<DayOfWeek> name) {
        Matcher iso = ISO.matcher(words.at(index));
        if (iso.matches()) {
            return dated(
                    Clocks.number(iso.group(1)),
                    Clocks.number(iso.group(3)),
                    Clocks.number(iso.group(4)),
                    name,
                    index + 1);
        }
        Matcher figures = FIGURES.matcher(words.at(index));
        if (figures.matches()) {
            return figures(
                    words, index, Clocks.number(figures.group(1)), figures.group(2), Clocks.number(figures.group(3)));
        }
        return dayFirst(words, index, name).orLonger(monthFirst(words, index, name));
    }

    /** The day of a month, "27th", behind a day's name; without one "the 2nd" may be of anything. */
    static Reading<Day> ofMonth(Words words, int index, DayOfWeek name) {
        Matcher day = ORDINAL.matcher(words.at(index));
        if (!day.matches()) {
            return new Reading.None<>();
        }
        int number = Clocks.number(day.group(1));
        return number < 1 || number > 31
                ? new Reading.Bad<>(Fault.NO_SUCH_DATE, index + 1)
                : new Reading.Ok<>(new Day.OfMonth(number, name), index + 1);
    }

    private static Reading<Day> figures(Words words, int index, int first, String between, int second) {
        boolean date = isDate(first, second) || isDate(second, first);
        // Two figures and a point are a time as well, unless no clock shows them or a second point follows.
        boolean point = between.equals(".")
                && words.at(index).chars().filter(c -> c == '.').count() == 1;
        boolean time = first < 24 && second < 60 && !words.rawAt(index).endsWith(".");
        return date && !(point && time)
                ? new Reading.Bad<>(Fault.AMBIGUOUS_DATE, index + 1, suggestions(first, second))
                : new Reading.None<>();
    }

    private static boolean isDate(int day, int month) {
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }

    private static List<String> suggestions(int first, int second) {
        List<String> made = new ArrayList<>();
        if (isDate(second, first)) {
            made.add(second + " " + DayNames.brief(Month.of(first)));
        }
        if (isDate(first, second) && first != second) {
            made.add(first + " " + DayNames.brief(Month.of(second)));
        }
        return made;
    }

    private static Reading<Day> dayFirst(Words words, int index, Optional<DayOfWeek> name) {
        Matcher day = DAY.matcher(words.at(index));
        int month = words.skip(index + 1, "of");
        return day.matches()
                ? yearly(words, Clocks.number(day.group(1)), DayNames.month(words.at(month)), name, month + 1)
                : new Reading.None<>();
    }

    private static Reading<Day> monthFirst(Words words, int index, Optional<DayOfWeek> name) {
        Matcher day = DAY.matcher(words.at(words.skip(index + 1, "the")));
        return day.matches()
                ? yearly(
                        words,
                        Clocks.number(day.group(1)),
                        DayNames.month(words.at(index)),
                        name,
                        words.skip(index + 1, "the") + 1)
                : new Reading.None<>();
    }

    private static Reading<Day> yearly(
            Words words, int day, Optional<Month> month, Optional<DayOfWeek> name, int next) {
        if (month.isEmpty()) {
            return new Reading.None<>();
        }
        if (YEAR.matcher(words.at(next)).matches()) {
            return dated(Clocks.number(words.at(next)), month.get().getValue(), day, name, next + 1);
        }
        return day < 1 || day > month.get().maxLength()
                ? new Reading.Bad<>(Fault.NO_SUCH_DATE, next)
                : new Reading.Ok<>(new Day.Yearly(MonthDay.of(month.get(), day), name), next);
    }

    private static Reading<Day> dated(int year, int month, int day, Optional<DayOfWeek> name, int next) {
        try {
            return new Reading.Ok<>(new Day.Dated(LocalDate.of(year, month, day), name), next);
        } catch (DateTimeException noSuchDate) {
            return new Reading.Bad<>(Fault.NO_SUCH_DATE, next);
        }
    }
}
