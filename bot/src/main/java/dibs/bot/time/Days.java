package dibs.bot.time;

import java.time.DayOfWeek;
import java.util.Optional;

/** Reads days: {@code today}, {@code fri}, {@code next monday}, {@code friday 27 nov}, and what {@link Dates} reads. */
final class Days {
    private Days() {}

    /** A day and the hour that its name brings along when none is written. */
    record Said(Day day, Hour unsaid) {
        Said(Day day) {
            this(day, Hour.Named.UNSAID);
        }
    }

    /** The day that stands there. */
    static Reading<Said> read(Words words, int index) {
        int begin = words.skip(index, "on");
        return relative(words, begin)
                .orLonger(named(words, begin))
                .orLonger(Dates.read(words, words.skip(begin, "the"), Optional.empty())
                        .then(ok -> new Reading.Ok<>(new Said(ok.value()), ok.words())));
    }

    private static Reading<Said> relative(Words words, int index) {
        return switch (words.at(index)) {
            case "today" -> new Reading.Ok<>(new Said(new Day.Ahead(0)), index + 1);
            case "tonight" -> new Reading.Ok<>(new Said(new Day.Ahead(0), Hour.Named.NIGHT), index + 1);
            case "tomorrow", "tmrw", "tmr" -> new Reading.Ok<>(new Said(new Day.Ahead(1)), index + 1);
            case "the", "day" -> dayAfterTomorrow(words, index);
            case "this" -> partOfToday(words, index);
            case "next" -> next(words, index + 1);
            default -> new Reading.None<>();
        };
    }

    private static Reading<Said> dayAfterTomorrow(Words words, int index) {
        int day = words.skip(index, "the");
        int next = words.after(day, "day", "after", "tomorrow");
        return next == day ? new Reading.None<>() : new Reading.Ok<>(new Said(new Day.Ahead(2)), next);
    }

    /** "this morning": a part of the day is needed, for without it "this" is anything. */
    private static Reading<Said> partOfToday(Words words, int index) {
        return Clocks.part(words.at(index + 1))
                .<Reading<Said>>map(hour -> new Reading.Ok<>(new Said(new Day.Ahead(0), hour), index + 2))
                .orElseGet(Reading.None::new);
    }

    /** What follows "next". */
    private static Reading<Said> next(Words words, int index) {
        if (words.is(index, "week")) {
            return new Reading.Ok<>(new Said(new Day.NextWeek(), Hour.Named.WORK_START), index + 1);
        }
        if (words.is(index, "working", "business", "work")) {
            return switch (words.at(index + 1)) {
                case "day" -> new Reading.Ok<>(new Said(new Day.NextWorking(false)), index + 2);
                case "morning" ->
                    new Reading.Ok<>(new Said(new Day.NextWorking(true), Hour.Named.WORK_START), index + 2);
                default -> new Reading.None<>();
            };
        }
        return DayNames.day(words.at(index))
                .map(day -> dated(words, index + 1, day, new Day.OfNextWeek(day)))
                .orElseGet(Reading.None::new);
    }

    private static Reading<Said> named(Words words, int index) {
        int name = words.skip(index, "this", "coming");
        return DayNames.day(words.at(name))
                .map(day -> dated(words, name + 1, day, new Day.Weekday(day)))
                .orElseGet(Reading.None::new);
    }

    /** A day's name, with its date behind it or without one: "friday", "friday the 27th". */
    private static Reading<Said> dated(Words words, int index, DayOfWeek name, Day alone) {
        int date = words.skip(index, "the");
        return new Reading.Ok<>(new Said(alone), index)
                .orLonger(Dates.read(words, date, Optional.of(name))
                        .orLonger(Dates.ofMonth(words, date, name))
                        .then(ok -> new Reading.Ok<>(new Said(ok.value()), ok.words())));
    }
}
