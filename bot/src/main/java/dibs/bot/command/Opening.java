package dibs.bot.command;

import dibs.bot.command.Parsed.Misunderstood;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a line begins: slashes, a mention, and the command's word. */
final class Opening {
    private static final int LONGEST_VERB = 3;
    private static final int SHORTEST_QUESTION = 3;
    private static final Set<String> QUESTIONS = Set.of("may", "can", "could", "should", "might");
    private static final Map<String, Verb> SPELLED = spellings();

    private Opening() {}

    /** The line without what calls Dibs: a slash or an exclamation mark, {@code /dibs}, {@code @Dibs}. */
    static String strip(String line) {
        String rest = line.strip();
        while (true) {
            String shorter = rest.replaceFirst("^[/!`'\"“”‘’]+", "").strip();
            String first = shorter.split("[\\s\\p{Z}\\p{Cc}]+", 2)[0];
            String word = Words.keyword(first);
            if (word.equals("dibs") || word.equals("@dibs")) {
                shorter = shorter.substring(first.length()).strip();
            }
            if (shorter.equals(rest)) {
                return rest;
            }
            rest = shorter;
        }
    }

    /** The command that the words begin with; its words are read then. */
    static Optional<Verb> verb(Words words) {
        for (int count = Math.min(LONGEST_VERB, words.rest().size()); count > 0; count--) {
            Optional<Verb> verb = spelled(phrase(words.rest().subList(0, count)));
            if (verb.isPresent()) {
                words.take(count);
                return verb;
            }
        }
        return Optional.empty();
    }

    /** The command of that word or phrase. */
    static Optional<Verb> spelled(String phrase) {
        return Optional.ofNullable(SPELLED.get(phrase));
    }

    private static Map<String, Verb> spellings() {
        Map<String, Verb> spellings = new HashMap<>();
        for (Verb verb : Verb.values()) {
            spellings.putIfAbsent(spoken(verb.word()), verb);
            verb.synonyms().forEach(synonym -> spellings.putIfAbsent(spoken(synonym), verb));
        }
        return Map.copyOf(spellings);
    }

    static String phrase(List<String> words) {
        return words.stream().map(Opening::keyword).map(Opening::spoken).collect(Collectors.joining(" "));
    }

    /** The word's keyword; the word itself where it is nothing but punctuation. */
    private static String keyword(String word) {
        String keyword = Words.keyword(word);
        return keyword.isEmpty() ? word : keyword;
    }

    static String spoken(String words) {
        return words.equals("?")
                ? words
                : words.toLowerCase(Locale.ROOT).replace('-', ' ').strip();
    }

    /** Whether words that begin with no command are a question in words. */
    static boolean asks(Words words) {
        List<String> rest = words.rest();
        return rest.size() >= SHORTEST_QUESTION
                && (QUESTIONS.contains(Words.keyword(rest.getFirst()))
                        || rest.getLast().endsWith("?"));
    }

    static Misunderstood unknown(Words words) {
        String first = words.rest().getFirst();
        Optional<Verb> near = nearest(Words.keyword(first));
        Line line = near.map(verb -> Line.of(
                        "There is no command {}; did you mean {}? {} lists them all.",
                        CommandParser.quoted(first),
                        Inline.code(verb.word()),
                        Inline.code("help all")))
                .orElseGet(() -> Line.of(
                        "There is no command {}: {} lists them all.",
                        CommandParser.quoted(first),
                        Inline.code("help all")));
        return CommandParser.misunderstood(Optional.empty(), line);
    }

    private static Optional<Verb> nearest(String word) {
        for (Verb verb : Verb.values()) {
            if (word.length() > 2 && nearly(word, verb.word())) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    /** Whether one letter was left out, added, changed or swapped with its neighbour. */
    private static boolean nearly(String typed, String word) {
        if (Math.abs(typed.length() - word.length()) > 1) {
            return false;
        }
        int head = 0;
        while (head < typed.length() && head < word.length() && typed.charAt(head) == word.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < typed.length() - head
                && tail < word.length() - head
                && typed.charAt(typed.length() - 1 - tail) == word.charAt(word.length() - 1 - tail)) {
            tail++;
        }
        int left = typed.length() - head - tail;
        int meant = word.length() - head - tail;
        boolean swapped = left == 2
                && meant == 2
                && typed.charAt(head) == word.charAt(head + 1)
                && typed.charAt(head + 1) == word.charAt(head);
        return swapped || (left <= 1 && meant <= 1);
    }
}
