package dibs.bot.command;

import dibs.backend.environment.Sense;
import dibs.bot.command.Command.End;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.Set;

/** How the commands about the rules are written. */
final class PolicyGrammar {
    private static final Set<String> CLAUSES = Set.of("until", "till", "til", "for", "because", "with");

    private PolicyGrammar() {}

    /** {@code policy}, {@code policy R7}, {@code policy history}, {@code policy autograph-stage}. */
    static Command policy(Words words, TypedNames names) {
        if (words.rest().size() > 1) {
            words.take("rule", "for");
        }
        Politeness.drop(words);
        if (words.rest().size() == 1 && words.take("history")) {
            return new Command.PolicyHistory();
        }
        return new Command.PolicyOf(names.only(words, Sense.THING));
    }

    /** Whether nothing but the rules as a whole is named. */
    static boolean isAll(Words words) {
        return words.rest().size() == 1 && Set.of("policy", "rules").contains(words.keyword());
    }

    /** {@code waive R5 for qa-team autograph-stage until friday because …}. */
    static Command waive(Words words, TypedNames names) {
        if (words.rest().size() > 1) {
            words.take("rule");
        }
        if (words.done() || words.keyword().equals("for")) {
            throw asking("Which rule?");
        }
        String rule = words.takeBare();
        if (!words.take("for")) {
            throw words.done() ? asking("For whom, and for what?") : CommandParser.extra(words, Verb.WAIVE);
        }
        String consumer = named(words, names, "For whom?");
        words.take("on", "in", "at", "to");
        String environment = named(words, names, "For what?");
        Clauses clauses = Clauses.read(words);
        if (!clauses.helpers().isEmpty()) {
            throw asking("An exception is for one consumer and one environment, and nobody else:");
        }
        End end = clauses.end().orElseThrow(() -> asking("Until when? An exception always has an end:"));
        String because = clauses.purpose().orElseThrow(() -> asking("Everybody will want to know why:"));
        return new Command.Waive(rule, consumer, environment, end, because);
    }

    private static String named(Words words, TypedNames names, String question) {
        if (words.done() || CLAUSES.contains(words.keyword())) {
            throw asking(question);
        }
        return names.first(words, Sense.THING);
    }

    private static Misreading asking(String what) {
        return new Misreading(
                Line.of(what + (what.endsWith(":") ? " type" : " Type") + " {}.", Inline.code(Verb.WAIVE.usage())));
    }

    /** {@code confirm CODE}. */
    static Command confirm(Words words) {
        Politeness.drop(words);
        if (words.done()) {
            throw new Misreading(Line.of(
                    "Which code? It stands in what I asked you to confirm: type {}.",
                    Inline.code(Verb.CONFIRM.usage())));
        }
        String code = words.takeBare();
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.CONFIRM);
        }
        return new Command.Confirm(code);
    }
}
