package dibs.bot.command;

import dibs.backend.environment.Sense;
import dibs.bot.command.Command.End;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Visible;
import dibs.bot.time.Durations;
import dibs.bot.time.Reading;
import dibs.bot.time.Weekly;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the commands about gates and freezes are written. */
final class GateGrammar {
    /** The longest name of what is in flight, in characters. */
    static final int LONGEST_WHAT = 80;

    private GateGrammar() {}

    /** {@code open NAME}. */
    static Command open(Words words, CommandParser parser) {
        return new Command.Open(parser.onlyName(words, Sense.THING).orElseThrow(() -> which(Verb.OPEN)));
    }

    /** {@code close NAME because …}, {@code maintenance NAME for 1h every tuesday 14:00 because …}, {@code approval NAME because …}. */
    static Command shut(Verb verb, Words words, CommandParser parser) {
        if (words.done()) {
            throw which(verb);
        }
        String name = parser.name(words, Sense.THING);
        Optional<End> end = Optional.empty();
        Optional<Weekly> every = Optional.empty();
        while (!words.done()) {
            if (every.isEmpty() && verb == Verb.MAINTENANCE && words.keyword().equals("every")) {
                every = Optional.of(every(words));
                continue;
            }
            Optional<End> here = end.isPresent() ? Optional.empty() : Clauses.end(words);
            if (here.isEmpty()) {
                break;
            }
            end = here;
        }
        Optional<String> because = Optional.empty();
        if (end.isPresent()) {
            words.take("for", "because");
            because = Clauses.text(words);
        } else if (!words.done()) {
            Clauses rest = Clauses.read(words);
            end = rest.end();
            because = rest.purpose();
        }
        String reason = because.orElseThrow(() -> new Misreading(Line.of(
                "Everybody will want to know why: type {}.",
                Inline.code(verb.word() + " " + Visible.cut(name, 60) + during(verb) + " because …"))));
        if (verb == Verb.MAINTENANCE && !(every.isEmpty() ? end.isPresent() : end.orElse(null) instanceof End.For)) {
            throw new Misreading(Line.of(
                    "For how long? Type {}.",
                    Inline.code("maintenance " + Visible.cut(name, 60) + during(verb) + " because …")));
        }
        return new Command.Shut(verb, name, end, every, reason);
    }

    private static String during(Verb verb) {
        return verb == Verb.MAINTENANCE ? " for 1h" : "";
    }

    private static Weekly every(Words words) {
        words.take(1);
        return TimeWords.taken(
                Weekly.read(words.rest()),
                words,
                Line.of(
                        "I cannot read {} as days of the week with an hour: write {} or {}.",
                        CommandParser.quoted(words.restText()),
                        Inline.code("every tuesday 14:00"),
                        Inline.code("every weekday 9:00")));
    }

    /** {@code freeze chemspill 144.0.1 for 2 days because …}. */
    static Command freeze(Words words) {
        List<String> what = new ArrayList<>();
        while (!words.done() && !words.keyword().equals("because") && !opensEnd(words)) {
            what.addAll(words.take(1));
        }
        if (what.isEmpty()) {
            throw new Misreading(
                    Line.of("What is in flight? Type {}.", Inline.code("freeze chemspill 144.0.1 for 1d")));
        }
        String name = Visible.of(String.join(" ", what));
        if (name.codePointCount(0, name.length()) > LONGEST_WHAT || name.isBlank()) {
            throw new Misreading(Line.of(
                    "Give it a name of at most " + LONGEST_WHAT + " characters, and the rest behind {}.",
                    Inline.code("because")));
        }
        Optional<End> end = words.done() || words.keyword().equals("because") ? Optional.empty() : Clauses.end(words);
        Optional<String> because = Optional.empty();
        if (end.isPresent()) {
            words.take("because");
            because = Clauses.text(words);
        } else if (!words.done()) {
            Clauses rest = Clauses.read(words);
            end = rest.end();
            because = rest.purpose();
        }
        return new Command.Freeze(name, end, because);
    }

    private static boolean opensEnd(Words words) {
        boolean until = List.of("until", "till", "til").contains(words.keyword());
        return until
                || (words.keyword().equals("for")
                        && !(Durations.read(words.rest().subList(1, words.rest().size()))
                                instanceof Reading.None<Duration>));
    }

    /** {@code thaw}, {@code thaw all}, {@code thaw chemspill 144.0.1}. */
    static Command thaw(Words words) {
        Politeness.drop(words);
        return new Command.Thaw(words.done() ? Optional.empty() : Optional.of(Visible.of(words.restText())));
    }

    private static Misreading which(Verb verb) {
        return new Misreading(Line.of("Which one? Type {}.", Inline.code(verb.usage())));
    }
}
