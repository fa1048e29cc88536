package dibs.backend.policy;

import dibs.backend.policy.Vocabulary.Access;
import dibs.backend.policy.Vocabulary.Phrase;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a verb says of how an environment is used: by its id or by the words of the vocabulary. */
public final class AccessWords {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "it", "them");

    private final Vocabulary vocabulary;

    public AccessWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What the words say that are nothing but a verb, such as {@code write}, {@code point at} or {@code dep-sign}. */
    public Told read(String verb) {
        List<String> said = stems(verb);
        Set<String> accesses = new LinkedHashSet<>();
        Map<String, String> tells = new LinkedHashMap<>();
        for (Access access : vocabulary.accesses().values()) {
            if (stems(access.id()).equals(said)) {
                return new Told(List.of(access.id()), Map.of());
            }
            for (Phrase phrase : access.words()) {
                if (stems(phrase.text()).equals(said)) {
                    accesses.add(access.id());
                    tells.putAll(phrase.tells());
                }
            }
        }
        return new Told(List.copyOf(accesses), accesses.size() == 1 ? tells : Map.of());
    }

    private static List<String> stems(String words) {
        return PhraseFinder.words(words).stream()
                .filter(word -> !ARTICLES.contains(word) && !word.equals("*"))
                .map(WordStem::of)
                .toList();
    }

    /**
     * What a verb says.
     *
     * @param accesses ids; none where it is no known verb, several where it leaves several open
     * @param tells further facts
     */
    public record Told(List<String> accesses, Map<String, String> tells) {
        public Told {
            accesses = List.copyOf(accesses);
            tells = Map.copyOf(tells);
        }
    }
}
