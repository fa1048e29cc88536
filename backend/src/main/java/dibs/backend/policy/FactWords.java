package dibs.backend.policy;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.policy.PhraseFinder.Entry;
import dibs.backend.policy.Vocabulary.FactKind;
import dibs.backend.policy.Vocabulary.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may be told of a question besides how and what for: by the names of facts, and by phrases. */
public final class FactWords {
    private static final String PRODUCT = "product";
    private static final int LONGEST_VALUE = 80;
    private static final Map<String, String> YES_AND_NO = Map.of("yes", "true", "no", "false");

    private final Vocabulary vocabulary;
    private final Set<String> products = new LinkedHashSet<>();
    private final PhraseFinder<Told> phrases;

    /** @param catalog where values come from that the vocabulary leaves to it */
    public FactWords(Vocabulary vocabulary, Catalog catalog) {
        this.vocabulary = vocabulary;
        for (Environment environment : catalog.environments()) {
            environment.belongs().product().ifPresent(products::add);
            environment
                    .releases()
                    .ifPresent(releases -> products.addAll(releases.products().keySet()));
        }
        List<Entry<Told>> entries = new ArrayList<>();
        vocabulary
                .facts()
                .values()
                .forEach(fact -> fact.words().forEach((value, words) -> {
                    for (Phrase phrase : words) {
                        entries.add(Entry.of(phrase, new Told(fact.name(), values(fact, value))));
                    }
                }));
        this.phrases = PhraseFinder.of(entries);
    }

    /** The fact of that name, hyphens and underscores alike, or nothing. */
    public Optional<FactKind> named(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        return vocabulary.facts().values().stream()
                .filter(fact -> fact.name().replace('-', '_').equals(key))
                .findFirst();
    }

    /** The value that the text means, several where it leaves several open; none where the fact has no such value. */
    public List<String> values(FactKind fact, String text) {
        String said = text.strip().toLowerCase(Locale.ROOT);
        List<String> narrowed = fact.narrowed().get(said);
        if (narrowed != null) {
            return narrowed;
        }
        List<String> known = fact.values();
        for (String value : List.of(said, YES_AND_NO.getOrDefault(said, said), said.replace(' ', '-'))) {
            if (known.contains(value)
                    || fact.valuesOf().filter(of -> knows(of, value)).isPresent()) {
                return List.of(value);
            }
        }
        boolean free = known.isEmpty() && fact.valuesOf().isEmpty();
        return free && !said.isEmpty() && said.length() <= LONGEST_VALUE ? List.of(said) : List.of();
    }

    /** Whether there is that value of the attribute; of others than products it is not for words to say. */
    private boolean knows(String attribute, String value) {
        return !attribute.equals(PRODUCT) || products.contains(value);
    }

    /** Finds the phrases that tell a fact. */
    public PhraseFinder<Told> phrases() {
        return phrases;
    }

    /**
     * What is told of a fact.
     *
     * @param fact its name
     * @param values several where several are left open
     */
    public record Told(String fact, List<String> values) {
        public Told {
            values = List.copyOf(values);
        }
    }
}
