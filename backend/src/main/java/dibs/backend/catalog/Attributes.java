package dibs.backend.catalog;

import dibs.backend.environment.Kind;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Tier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a policy may ask of environments: the attributes of subjects and their values. */
final class Attributes {
    private static final int FEW = 9;
    private static final String FURTHER = "fact-";

    /** The attributes of subjects, with the values that there are where the catalog has a list of them. */
    private static final Map<String, List<String>> ATTRIBUTES = attributes();

    private final CatalogNames catalog;
    private final List<Fault> faults;

    Attributes(CatalogNames catalog, List<Fault> faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    private static Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("id", List.of());
        attributes.put("kind", spellings(Kind.values()));
        attributes.put("tier", spellings(Tier.values()));
        attributes.put("mode", spellings(Mode.values()));
        attributes.put("scm-level", List.of("1", "2", "3"));
        attributes.put("release-level", List.of("production", "staging"));
        attributes.put("pool-level", List.of("1", "3", "t"));
        attributes.put("script", List.of());
        attributes.put("service", List.of());
        attributes.put("trust-domain", List.of());
        attributes.put("product", List.of());
        attributes.put("strictness", List.of("only", "primarily"));
        attributes.put("ships", List.of("yes", "no"));
        attributes.put("task", List.of());
        attributes.put("label", List.of());
        attributes.put("owner", List.of());
        attributes.put("channel", List.of());
        return attributes;
    }

    private static List<String> spellings(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** The names of attributes; none where there is no list of them. */
    List<String> checked(Optional<Located> words) {
        return words.stream().flatMap(Located::words).map(this::checked).toList();
    }

    /** The name of an attribute. */
    String checked(Located.Word word) {
        boolean further = word.text().startsWith(FURTHER) && word.text().length() > FURTHER.length();
        if (!further && !ATTRIBUTES.containsKey(word.text())) {
            String nearest = Suggestion.of(word.text(), ATTRIBUTES.keySet());
            faults.add(word.place()
                    .fault(word.text() + " is no attribute"
                            + (nearest.isEmpty()
                                    ? "; there are " + String.join(", ", ATTRIBUTES.keySet()) + " and fact-NAME"
                                    : nearest)));
        }
        return word.text();
    }

    /** The values that something may have of an attribute; an id that was renamed, by its new name. */
    List<String> values(String attribute, Located values) {
        if (attribute.equals("id")) {
            return values.words().map(word -> catalog.id(word, faults)).toList();
        }
        List<String> known = ATTRIBUTES.getOrDefault(attribute, List.of());
        values.words().forEach(word -> catalog.value(List.of(attribute), word, faults));
        values.words()
                .filter(word -> !known.isEmpty() && !known.contains(word.text()))
                .forEach(word -> faults.add(noValue(attribute, word, known)));
        return values.words().map(Located.Word::text).toList();
    }

    /** That a word is none of the values that there are. */
    static Fault noValue(String name, Located.Word word, Collection<String> known) {
        // A short list is read faster than a guess.
        String nearest = known.size() > FEW ? Suggestion.of(word.text(), known) : "";
        return word.place()
                .fault(name + ": " + word.text() + " is no value of it; there are " + String.join(", ", known)
                        + nearest);
    }
}
