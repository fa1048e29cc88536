package dibs.bot.question;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the names in a question: the longest that begins at a word, by whichever pattern. */
final class NameFinder {
    /** What may follow a word that is a name and a verb, where it is meant as the verb. */
    private static final Set<String> OBJECTS = Set.of(
            "out",
            "to",
            "my",
            "our",
            "the",
            "a",
            "an",
            "some",
            "it",
            "this",
            "that",
            "arbitrary",
            "unreviewed",
            "untested",
            "new",
            "code");

    private static final Set<String> BEFORE_VERBS =
            Set.of("i", "we", "you", "they", "to", "and", "just", "please", "let", "us");

    private final CatalogNames names;
    private final List<NamePattern> patterns;
    private final Set<String> verbs;

    /** @param verbs first words of verbs, of which some may be names too */
    NameFinder(Catalog catalog, Set<String> verbs) {
        this.names = new CatalogNames(catalog);
        this.verbs = verbs;
        Products products = new Products(catalog);
        this.patterns = List.of(
                new ReleasePhrases(catalog, products),
                new PoolPhrases(catalog, products),
                new TierNames(catalog, names),
                new BranchPhrases(names),
                names);
    }

    CatalogNames names() {
        return names;
    }

    /** The name that begins there, or nothing. */
    Optional<Named.Span> at(List<Word> words, int from) {
        Word word = words.get(from);
        if (word.is(Word.ARROW) || isVerb(words, from)) {
            return Optional.empty();
        }
        return patterns.stream()
                .flatMap(pattern -> pattern.at(words, from).stream())
                .max(Comparator.comparingInt(Named.Span::length))
                .filter(span -> !isTierOfPools(words, from, span));
    }

    /** The words with their names put together. */
    Sentence sentence(List<Word> words) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Named.Span> span = at(words, at);
            int length = span.map(Named.Span::length).orElse(1);
            List<Word> taken = words.subList(at, at + length);
            parts.add(new Part(taken, span.map(Named.Span::named)));
            at += length;
        }
        return new Sentence(parts);
    }

    private boolean isVerb(List<Word> words, int from) {
        boolean behind = from == 0 || words.get(from - 1).is(BEFORE_VERBS);
        boolean object = from + 1 < words.size() && words.get(from + 1).is(OBJECTS);
        boolean out = from + 1 < words.size() && words.get(from + 1).is("out");
        return verbs.contains(words.get(from).key()) && (out || (behind && object));
    }

    /** "The dev pool" is any of them, though something is called just dev. */
    private static boolean isTierOfPools(List<Word> words, int from, Named.Span span) {
        Map<String, Tier> tiers = TierNames.TIERS;
        int next = from + span.length();
        return span.length() == 1
                && tiers.containsKey(words.get(from).key())
                && next < words.size()
                && (words.get(next).key().startsWith("pool")
                        || words.get(next).key().startsWith("worker"));
    }
}
