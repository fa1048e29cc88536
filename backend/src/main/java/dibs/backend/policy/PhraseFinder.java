package dibs.backend.policy;

import dibs.backend.policy.Vocabulary.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the phrases of a vocabulary in a row of words: whatever their endings, hyphens as spaces.
 *
 * @param <T> what a phrase means
 */
public final class PhraseFinder<T> {
    private static final String ANY = "*";
    private static final int MOST_OTHERS = 3;
    /** Words that begin something else: no phrase passes over them. */
    private static final Set<String> BOUNDS = Set.of(
            "to", "on", "from", "with", "into", "at", "against", "through", "via", "by", "for", "using", "and", "or",
            "not");

    private final List<Known<T>> known;

    private PhraseFinder(List<Known<T>> known) {
        this.known = List.copyOf(known);
    }

    /** Finds these, earlier ones first where two are as long. */
    public static <T> PhraseFinder<T> of(Collection<Entry<T>> entries) {
        List<Known<T>> known = new ArrayList<>();
        for (Entry<T> entry : entries) {
            List<String> stems =
                    words(entry.text()).stream().map(PhraseFinder::stem).toList();
            if (stems.stream().anyMatch(stem -> !stem.equals(ANY))) {
                known.add(new Known<>(stems, entry));
            }
        }
        return new PhraseFinder<>(known);
    }

    /** The words of a text as phrases are made of: in lower case, split at white space and hyphens. */
    public static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .flatMap(word -> Arrays.stream(word.split("-")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Every place where a phrase stands, those inside one another too. */
    public List<Match<T>> all(List<String> words) {
        List<String> stems = words.stream().map(PhraseFinder::stem).toList();
        List<Match<T>> matches = new ArrayList<>();
        for (int at = 0; at < stems.size(); at++) {
            for (Known<T> phrase : known) {
                int end = end(phrase.stems, 0, stems, at);
                if (end >= 0) {
                    matches.add(new Match<>(at, end, phrase.literal(), phrase.entry));
                }
            }
        }
        return matches;
    }

    /** The places where a phrase stands, in the order of the words: a longer phrase hides what it overlaps. */
    public List<Match<T>> in(List<String> words) {
        List<Match<T>> longestFirst = new ArrayList<>(all(words));
        longestFirst.sort(Comparator.comparingInt(match -> -match.literal()));
        BitSet taken = new BitSet();
        List<Match<T>> kept = new ArrayList<>();
        for (Match<T> match : longestFirst) {
            int next = taken.nextSetBit(match.from());
            boolean same = kept.stream().anyMatch(other -> other.from() == match.from() && other.to() == match.to());
            if (next < 0 || next >= match.to() || same) {
                taken.set(match.from(), match.to());
                kept.add(match);
            }
        }
        kept.sort(Comparator.comparingInt(Match::from));
        return kept;
    }

    /** What is looked for. */
    public List<Entry<T>> entries() {
        return known.stream().map(Known::entry).toList();
    }

    /** The stems of all words that phrases have. */
    public Set<String> stems() {
        Set<String> stems = new HashSet<>();
        known.forEach(phrase -> stems.addAll(phrase.stems));
        stems.remove(ANY);
        return stems;
    }

    private static String stem(String word) {
        return word.equals(ANY) ? word : WordStem.of(word);
    }

    /** Where the phrase ends that begins there, or less than zero where it does not. */
    private static int end(List<String> phrase, int part, List<String> stems, int at) {
        if (part == phrase.size()) {
            return at;
        }
        if (phrase.get(part).equals(ANY)) {
            for (int others = 0; others <= MOST_OTHERS && at + others <= stems.size(); others++) {
                int end = end(phrase, part + 1, stems, at + others);
                boolean bound = at + others < stems.size() && BOUNDS.contains(stems.get(at + others));
                if (end >= 0 || bound) {
                    return end;
                }
            }
            return -1;
        }
        boolean here = at < stems.size() && stems.get(at).equals(phrase.get(part));
        return here ? end(phrase, part + 1, stems, at + 1) : -1;
    }

    /**
     * A phrase and what it means.
     *
     * @param text of the vocabulary
     */
    public record Entry<T>(String text, Phrase phrase, T means) {
        /** The phrase as it is written. */
        public static <T> Entry<T> of(Phrase phrase, T means) {
            return new Entry<>(phrase.text(), phrase, means);
        }
    }

    /**
     * A phrase that was found.
     *
     * @param from the place of its first word
     * @param to the place behind its last one
     * @param literal how many words of the phrase are given ones
     */
    public record Match<T>(int from, int to, int literal, Entry<T> entry) {}

    private record Known<T>(List<String> stems, Entry<T> entry) {
        int literal() {
            return (int) stems.stream().filter(stem -> !stem.equals(ANY)).count();
        }
    }
}
