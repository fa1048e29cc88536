package dibs.bot.command;

import dibs.backend.environment.Sense;
import dibs.bot.command.Command.Whose;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the commands are written that show what is. */
final class LookGrammar {
    private final TypedNames names;

    LookGrammar(TypedNames names) {
        this.names = names;
    }

    static Whose whose(Words words) {
        Politeness.drop(words);
        if (words.done() || words.take("all")) {
            return new Whose.All();
        }
        if (words.take("mine", "my", "me")) {
            return new Whose.Mine();
        }
        if (words.take("upcoming")) {
            return new Whose.Upcoming();
        }
        return words.takePerson()
                .<Whose>map(Whose.Of::new)
                .orElseThrow(() -> new Misreading(Line.of(
                        "I did not understand {}: type {}.",
                        CommandParser.quoted(words.restText()),
                        Inline.code(Verb.LEASES.usage()))));
    }

    Command impact(Words words) {
        Politeness.drop(words);
        if (words.done()) {
            throw TypedNames.which(Verb.IMPACT);
        }
        int known = names.known(words, Sense.THING);
        List<String> rest = words.rest();
        boolean all = rest.size() > Math.max(1, known)
                && Words.keyword(rest.getLast()).equals("all");
        int length = known > 0 ? known : rest.size() - (all ? 1 : 0);
        String name = String.join(" ", words.take(length));
        if (all) {
            words.dropLast(Set.of("all"));
        }
        if (!words.done()) {
            throw TypedNames.behindName(name, words);
        }
        return new Command.ImpactOf(name, all);
    }

    Command history(Words words) {
        if (PolicyGrammar.isAll(words) && !names.isKnown(words.restText())) {
            return new Command.PolicyHistory();
        }
        Optional<String> name = Optional.empty();
        if (!words.done()
                && !words.keyword().equals("since")
                && !words.keyword().equals("last")) {
            name = Optional.of(names.first(words, Sense.THING));
        }
        return Clauses.history(name, words);
    }
}
