package dibs.bot.command;

import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.time.Durations;
import dibs.bot.time.Reading;
import dibs.bot.time.Recurrences;
import dibs.bot.time.Recurrences.Often;
import dibs.bot.time.TimePoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads what follows the names of {@code reserve}: from when, for how long, how often, until when at last, and why. The clauses come in
 * any order; the second {@code until}, or one behind {@code every}, ends what comes again.
 */
final class ReserveGrammar {
    private final Words words;
    private Optional<TimePoint> from = Optional.empty();
    private Optional<Duration> length = Optional.empty();
    private Optional<TimePoint> end = Optional.empty();
    private Optional<Often> every = Optional.empty();
    private Optional<TimePoint> last = Optional.empty();

    private ReserveGrammar(Words words) {
        this.words = words;
    }

    /** @param release product and version of a set, as typed */
    static Command read(List<String> names, Optional<String> release, Words words) {
        return new ReserveGrammar(words).command(names, release);
    }

    private Command command(List<String> names, Optional<String> release) {
        while (clause()) {
            // Each clause takes its words.
        }
        words.take("for", "because");
        Optional<String> purpose = Clauses.text(words);
        if (from.isEmpty()) {
            throw new Misreading(Line.of("From when? Write {}: type {}.", Inline.code("from tomorrow 10:00"), usage()));
        }
        if (length.isPresent() && end.isPresent() && every.isPresent() && last.isEmpty()) {
            last = end;
            end = Optional.empty();
        }
        if (length.isPresent() == end.isPresent()) {
            throw new Misreading(Line.of(
                    length.isPresent()
                            ? "Both a length and an end: write one of them. Type {}."
                            : "For how long, or until when? Type {}.",
                    usage()));
        }
        return new Command.Reserve(
                names, release, from.get(), new Command.Reserve.Length(length, end), every, last, purpose);
    }

    private boolean clause() {
        if (from.isEmpty() && words.take("from", "starting", "at")) {
            from = Optional.of(TimeWords.moment(words));
            return true;
        }
        if (every.isEmpty() && words.take("every", "each")) {
            every = Optional.of(TimeWords.taken(
                    Recurrences.read(words.rest()),
                    words,
                    Line.of(
                            "How often? Write {}, {} or {}.",
                            Inline.code("every weekday"),
                            Inline.code("every tuesday"),
                            Inline.code("every 2 weeks"))));
            return true;
        }
        if (words.keyword().equals("until") || words.keyword().equals("till")) {
            return until();
        }
        return length.isEmpty() && words.keyword().equals("for") && length();
    }

    private boolean until() {
        boolean atLast = every.isPresent() && (length.isPresent() || end.isPresent());
        if (atLast ? last.isPresent() : end.isPresent()) {
            return false;
        }
        words.take(1);
        Optional<TimePoint> moment = Optional.of(TimeWords.moment(words));
        if (atLast) {
            last = moment;
        } else {
            end = moment;
        }
        return true;
    }

    /** {@code for} without a length begins the purpose. */
    private boolean length() {
        List<String> after = words.rest().subList(1, words.rest().size());
        return switch (Durations.read(after)) {
            case Reading.Ok<Duration> ok -> {
                words.take(1 + ok.words());
                length = Optional.of(ok.value());
                yield true;
            }
            case Reading.Bad<Duration> bad -> throw new Misreading(TimeWords.bad(bad, after));
            case Reading.None<Duration> none -> false;
        };
    }

    private static Inline usage() {
        return Inline.code(Verb.RESERVE.usage());
    }
}
