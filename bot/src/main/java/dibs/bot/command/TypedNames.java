package dibs.bot.command;

import dibs.backend.environment.Names;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.List;
import java.util.Optional;

/** Names as they are typed in commands: the longest leading run of words that is a known one. */
final class TypedNames {
    private final Names names;

    TypedNames(Names names) {
        this.names = names;
    }

    /** How many of the words that are left are a known name; 0: they begin with none. */
    int known(Words words, Sense sense) {
        return names.longestKnown(words.rest(), sense);
    }

    /** The longest leading run of words that is a known name, else one word. */
    String first(Words words, Sense sense) {
        int known = known(words, sense);
        return String.join(" ", words.take(Math.max(1, known)));
    }

    /** A name with nothing behind it; what is unknown is taken whole, so that the answer can name what was meant. */
    Optional<String> only(Words words, Sense sense) {
        Politeness.drop(words);
        if (words.done()) {
            return Optional.empty();
        }
        int known = known(words, sense);
        if (known == 0) {
            return Optional.of(String.join(" ", words.take(words.rest().size())));
        }
        String name = String.join(" ", words.take(known));
        if (!words.done()) {
            throw behindName(name, words);
        }
        return Optional.of(name);
    }

    /** As {@link #only}, where the command needs one. */
    String wanted(Words words, Verb verb) {
        return only(words, Sense.LEASE).orElseThrow(() -> which(verb));
    }

    /** Names with commas between them, where the command needs some. */
    List<String> list(Words words, Verb verb) {
        if (words.done()) {
            throw which(verb);
        }
        NameList list = NameList.read(words, names);
        if (list.broken()) {
            throw new Misreading(Line.of("A name is missing beside a comma: type {}.", Inline.code(verb.usage())));
        }
        words.take(list.words());
        return list.names();
    }

    /** Product and version behind a set's name; what is no known release is taken too when it looks like one. */
    Optional<String> release(Words words) {
        int known = known(words, Sense.LEASE);
        if (known > 0) {
            return Optional.of(String.join(" ", words.take(known)));
        }
        List<String> rest = words.rest();
        boolean version = rest.size() > 1 && rest.get(1).matches("\\d.*") && !NameList.opensClause(words);
        return version ? Optional.of(String.join(" ", words.take(2))) : Optional.empty();
    }

    /** Whether it is the name of anything. */
    boolean isKnown(String typed) {
        return !(names.resolve(typed, Sense.THING) instanceof Resolution.Unknown);
    }

    /** Whether it is the name of a set of release parts. */
    boolean isSet(String typed) {
        return names.resolve(typed, Sense.LEASE) instanceof Resolution.Found found
                && found.environment().releases().isPresent();
    }

    static Misreading which(Verb verb) {
        return new Misreading(Line.of("Which one? Type {}.", Inline.code(verb.usage())));
    }

    static Misreading behindName(String name, Words words) {
        return new Misreading(Line.of(
                "I read the name {} and did not understand {}.",
                CommandParser.quoted(name),
                CommandParser.quoted(words.restText())));
    }
}
