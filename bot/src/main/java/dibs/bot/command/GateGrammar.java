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

    private static final String BECAUSE = "because";
    private static final String ALL = "all";

    private GateGrammar() {}

    /** {@code open NAME}. */
    static Command open(Words words, TypedNames names) {
        return new Command.Open(names.only(words, Sense.THING).orElseThrow(() -> TypedNames.which(Verb.OPEN)));
    }

    /** {@code close NAME because …}, {@code maintenance NAME for 1h every tuesday 14:00 because …}, {@code approval NAME because …}. */
    static Command shut(Verb verb, Words words, TypedNames names) {
        if (words.done() || words.keyword().equals(BECAUSE)) {
            throw TypedNames.which(verb);
        }
        String name = names.first(words, Sense.THING);
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
        nothingBefore(name, words, names);
        Optional<String> because = Optional.empty();
        if (end.isPresent()) {
            words.take("for", BECAUSE);
            because = Clauses.text(words);
        } else if (!words.done()) {
            Clauses rest = Clauses.read(words);
            end = rest.end();
            because = rest.purpose();
        }
        String typed = verb.word() + " " + Visible.cut(name, 60);
        String reason = because.orElseThrow(() -> new Misreading(Line.of(
                "Everybody will want to know why: type {}.", Inline.code(typed + during(verb) + " because …"))));
        if (every.isPresent() && !(end.orElse(null) instanceof End.For)) {
            throw new Misreading(Line.of(
                    "For how long each time? Type {}.", Inline.code(typed + " for 1h every tuesday 14:00 because …")));
        }
        if (verb == Verb.MAINTENANCE && end.isEmpty()) {
            throw new Misreading(Line.of("For how long? Type {}.", Inline.code(typed + during(verb) + " because …")));
        }
        return new Command.Shut(verb, name, end, every, reason);
    }

    /** A second name, or whatever else is not understood, is no part of the reason: nobody is to believe that it was done. */
    private static void nothingBefore(String name, Words words, TypedNames names) {
        List<String> rest = words.rest();
        int reason = 0;
        while (reason < rest.size() && !Words.keyword(rest.get(reason)).equals(BECAUSE)) {
            reason++;
        }
        boolean explained = reason < rest.size();
        boolean another = !rest.isEmpty() && (name.endsWith(",") || names.known(words, Sense.THING) == rest.size());
        if (explained ? reason > 0 : another) {
            throw new Misreading(Line.of(
                    "I read the name {} and did not understand {}: name one at a time, and say why behind {}.",
                    CommandParser.quoted(name),
                    CommandParser.quoted(String.join(" ", rest.subList(0, reason))),
                    Inline.code(BECAUSE)));
        }
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
        while (!words.done() && !words.keyword().equals(BECAUSE) && !opensEnd(words)) {
            what.addAll(words.take(1));
        }
        if (what.isEmpty()) {
            throw new Misreading(
                    Line.of("What is in flight? Type {}.", Inline.code("freeze chemspill 144.0.1 for 1d")));
        }
        if (Words.keyword(what.getLast()).equals("for")) {
            throw new Misreading(
                    Line.of("For how long? Type {}.", Inline.code("freeze chemspill 144.0.1 for 1d because …")));
        }
        String name = Visible.of(String.join(" ", what));
        if (Words.keyword(name).equals(ALL)) {
            throw new Misreading(Line.of(
                    "Call it something else: {} ends whatever is in flight. Type {}.",
                    Inline.code("thaw " + ALL),
                    Inline.code("freeze chemspill 144.0.1 for 1d")));
        }
        if (name.codePointCount(0, name.length()) > LONGEST_WHAT || name.isBlank()) {
            throw new Misreading(Line.of(
                    "Give it a name of at most " + LONGEST_WHAT + " characters, and the rest behind {}.",
                    Inline.code(BECAUSE)));
        }
        Optional<End> end = words.done() || words.keyword().equals(BECAUSE) ? Optional.empty() : Clauses.end(words);
        Optional<String> because = Optional.empty();
        if (end.isPresent()) {
            words.take(BECAUSE);
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
}
