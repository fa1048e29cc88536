package dibs.bot.command;

import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.time.Durations;
import dibs.bot.time.Reading;
import dibs.bot.time.TimePoint;
import dibs.bot.time.TimePoints;
import java.time.Duration;
import java.util.List;

/** Times where the grammar demands one: read, or one sentence that says what to write. */
final class TimeWords {
    private TimeWords() {}

    static Duration duration(Words words) {
        if (words.done()) {
            throw new Misreading(Line.of("For how long? Write {} or {}.", Inline.code("90m"), Inline.code("2h30m")));
        }
        return taken(
                Durations.read(words.rest()),
                words,
                Line.of(
                        "I cannot read {} as a length of time: write {}, {} or {}.",
                        typed(words),
                        Inline.code("90m"),
                        Inline.code("2h30m"),
                        Inline.code("3 days")));
    }

    static TimePoint moment(Words words) {
        if (words.done()) {
            throw new Misreading(
                    Line.of("Until when? Write {} or {}.", Inline.code("17:00"), Inline.code("friday 5pm")));
        }
        return taken(
                TimePoints.read(words.rest()),
                words,
                Line.of(
                        "I cannot read {} as a moment: write {}, {} or {}.",
                        typed(words),
                        Inline.code("17:00"),
                        Inline.code("friday 5pm"),
                        Inline.code("2026-11-27 09:00")));
    }

    /** Takes what was read, or leaves with the sentence: the reading's own where it has one, else the other. */
    static <T> T taken(Reading<T> reading, Words words, Line otherwise) {
        return switch (reading) {
            case Reading.Ok<T> ok -> {
                words.take(ok.words());
                yield ok.value();
            }
            case Reading.Bad<T> bad -> throw new Misreading(bad(bad, words.rest()));
            case Reading.None<T> none -> throw new Misreading(otherwise);
        };
    }

    static Line bad(Reading.Bad<?> bad, List<String> words) {
        Line line = Line.of(
                "I cannot take {}: {}",
                CommandParser.quoted(String.join(" ", words.subList(0, Math.min(bad.words(), words.size())))),
                Inline.text(bad.fault().advice()));
        return bad.suggestions().isEmpty()
                ? line.then(Line.of("."))
                : line.then(Line.of("; nearest: "))
                        .then(Line.list(
                                bad.suggestions().stream().map(Inline::name).toList()))
                        .then(Line.of("."));
    }

    private static Inline typed(Words words) {
        return CommandParser.quoted(words.restText());
    }
}
