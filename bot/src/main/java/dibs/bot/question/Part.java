package dibs.bot.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a sentence: a word, or the words of a name.
 *
 * @param words at least one
 */
record Part(List<Word> words, Optional<Named> name) {
    Part {
        words = List.copyOf(words);
    }

    static Part word(Word word) {
        return new Part(List.of(word), Optional.empty());
    }

    /** The word in lower case; empty for a name. */
    String key() {
        return name.isPresent() ? "" : words.getFirst().key();
    }

    boolean is(Set<String> keys) {
        return name.isEmpty() && keys.contains(key());
    }

    boolean is(String word) {
        return name.isEmpty() && key().equals(word);
    }

    boolean isName() {
        return name.isPresent();
    }

    /** What stands for a name in phrases: its kind, such as {@code <worker-pool>}. */
    String placeholder() {
        return name.flatMap(Named::environment)
                .map(environment -> "<" + environment.kind().spelling() + ">")
                .orElse("<name>");
    }

    /** Whether a comma, a full stop or the like follows. */
    boolean ends() {
        return words.getLast().ends();
    }

    /** As it was typed. */
    String said() {
        return String.join(" ", words.stream().map(Word::said).toList());
    }
}
