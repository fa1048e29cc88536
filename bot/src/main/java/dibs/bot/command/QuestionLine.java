package dibs.bot.command;

import dibs.backend.environment.Catalog;
import dibs.backend.policy.Vocabulary;
import dibs.bot.question.QuestionReader;
import dibs.bot.question.QuestionReading;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A line of text taken as a question to the rules, the way a conversation takes it; or as another command. */
public sealed interface QuestionLine {
    /** It asks the rules. */
    record Asked(QuestionReading reading) implements QuestionLine {}

    /** It begins with another command. */
    record Other(Verb verb) implements QuestionLine {}

    /** Reads such lines with the names of a catalog and the words of a policy. */
    final class Taker {
        private static final Pattern CALLED = Pattern.compile("[\"'`“‘]*(/|!|@?dibs\\b)", Pattern.CASE_INSENSITIVE);

        private final CommandParser parser;
        private final QuestionReader reader;

        public Taker(Catalog catalog, Vocabulary vocabulary) {
            this.parser = new CommandParser(catalog.names());
            this.reader = new QuestionReader(catalog, vocabulary);
        }

        /**
         * What the line is. Behind a slash, an exclamation mark or Dibs' name every word of a command counts. Without one it
         * has to be the command's first name, in a line that is understood as that command: "take it down" and "use it
         * for" begin questions as well.
         */
        public QuestionLine take(String line) {
            Parsed parsed = parser.parse(line);
            if (parsed instanceof Parsed.Understood(Command.IsSafe asked)) {
                return new Asked(reader.readLine(asked.question()));
            }
            if (parsed instanceof Parsed.Understood(Command.Ask asked)) {
                return new Asked(reader.read(asked.question()));
            }
            Optional<Verb> other = verb(parsed).filter(verb -> verb != Verb.IS_SAFE && verb != Verb.ASK);
            boolean called = CALLED.matcher(line.strip()).lookingAt();
            boolean plain = parsed instanceof Parsed.Understood
                    && other.filter(verb -> beginsWith(verb, line)).isPresent();
            return other.isPresent() && (called || plain) ? new Other(other.get()) : new Asked(reader.read(line));
        }

        private static Optional<Verb> verb(Parsed parsed) {
            return switch (parsed) {
                case Parsed.Understood understood ->
                    Optional.of(understood.command().verb());
                case Parsed.Misunderstood misunderstood -> misunderstood.verb();
            };
        }

        private static boolean beginsWith(Verb verb, String line) {
            List<String> words = Words.of(line.strip()).rest();
            return !words.isEmpty() && Words.keyword(words.getFirst()).equals(verb.word());
        }
    }
}
