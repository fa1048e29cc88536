package dibs.bot.command;

import dibs.backend.environment.Sense;
import dibs.bot.command.Command.End;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.List;
import java.util.Optional;

/** How the commands are written that take, lengthen and give back. */
final class LeaseGrammar {
    private final TypedNames names;

    LeaseGrammar(TypedNames names) {
        this.names = names;
    }

    Command claim(Words words) {
        if (words.take("any")) {
            Command.Any any = any(words, Verb.CLAIM);
            Clauses clauses = Clauses.read(words);
            return new Command.ClaimAny(any, clauses.end(), clauses.helpers(), clauses.purpose());
        }
        List<String> wanted = names.list(words, Verb.CLAIM);
        if (wanted.size() == 1 && names.isSet(wanted.getFirst())) {
            Optional<String> release = names.release(words);
            Clauses clauses = Clauses.read(words);
            return new Command.ClaimSet(
                    wanted.getFirst(), release, clauses.end(), clauses.helpers(), clauses.purpose());
        }
        Clauses clauses = Clauses.read(words);
        return new Command.Claim(wanted, clauses.end(), clauses.helpers(), clauses.purpose());
    }

    private Command.Any any(Words words, Verb verb) {
        if (words.take("of")) {
            return new Command.Any(Optional.empty(), names.list(words, verb));
        }
        String label = words.done() ? "" : Words.keyword(words.take(1).getFirst());
        if (label.isEmpty()) {
            throw new Misreading(Line.of("Any of what? Type {}.", Inline.code(verb.word() + " any LABEL")));
        }
        return new Command.Any(Optional.of(label), List.of());
    }

    Command await(Words words) {
        Politeness.drop(words);
        if (!words.take("any")) {
            return new Command.Wait(names.wanted(words, Verb.WAIT));
        }
        Command.Any any = any(words, Verb.WAIT);
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.WAIT);
        }
        return new Command.WaitAny(any);
    }

    Command using(Words words) {
        List<String> wanted = names.list(words, Verb.USING);
        Clauses clauses = Clauses.read(words);
        if (!clauses.helpers().isEmpty()) {
            throw new Misreading(Line.of(
                    "A use has no helpers: everybody records their own. Type {}.", Inline.code(Verb.USING.usage())));
        }
        return new Command.Using(wanted, clauses.end(), clauses.purpose());
    }

    Command extend(Words words) {
        Optional<String> name = Optional.empty();
        if (!words.done() && !Clauses.opensEnd(words)) {
            name = Optional.of(names.first(words, Sense.LEASE));
        }
        Optional<End> end = Clauses.extension(words);
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.EXTEND);
        }
        return new Command.Extend(name, end);
    }

    Command reserve(Words words) {
        List<String> wanted = names.list(words, Verb.RESERVE);
        Optional<String> release =
                wanted.size() == 1 && names.isSet(wanted.getFirst()) ? names.release(words) : Optional.empty();
        return ReserveGrammar.read(wanted, release, words);
    }

    Command unclaim(Words words) {
        Politeness.drop(words);
        if (words.done()) {
            return new Command.Unclaim(List.of(), false);
        }
        if (words.take("all", "everything")) {
            if (!words.done()) {
                throw CommandParser.extra(words, Verb.UNCLAIM);
            }
            return new Command.Unclaim(List.of(), true);
        }
        List<String> wanted = names.list(words, Verb.UNCLAIM);
        if (wanted.size() == 1 && names.isSet(wanted.getFirst())) {
            Optional<String> release = names.release(words);
            if (words.done()) {
                return new Command.UnclaimSet(wanted.getFirst(), release);
            }
        }
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.UNCLAIM);
        }
        return new Command.Unclaim(wanted, false);
    }

    Command tidied(Words words) {
        Politeness.drop(words);
        List<String> wanted = names.list(words, Verb.TIDIED);
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.TIDIED);
        }
        return new Command.Tidied(wanted);
    }

    static Command undo(Words words) {
        Politeness.drop(words);
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.UNDO);
        }
        return new Command.Undo();
    }
}
