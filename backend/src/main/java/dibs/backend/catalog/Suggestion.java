package dibs.backend.catalog;

import dibs.backend.environment.EditDistance;
import java.util.Collection;
import java.util.Comparator;

/** The likeliest spelling of a word in a file that is not known. */
final class Suggestion {
    private Suggestion() {}

    /** The end of a fault's sentence: {@code  (did you mean …?)}, or nothing where no known word is near. */
    static String of(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(1, word.length() / 4))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .map(nearest -> " (did you mean " + nearest + "?)")
                .orElse("");
    }

    private static int distance(String word, String candidate) {
        return EditDistance.between(word, candidate);
    }
}
