package dibs.backend.catalog;

import dibs.backend.environment.Edge;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Tier;
import dibs.backend.policy.PurposePattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that entries of a policy may use; what is none of them becomes a fault at the place that uses it. */
final class PolicyNames {
    static final String ACCESS = "access";
    static final String PURPOSE = "purpose";
    private static final String FURTHER = "fact-";

    /** The attributes of subjects, with the values that there are where the catalog has a list of them. */
    private static final Map<String, List<String>> ATTRIBUTES = attributes();

    private final PolicyLayer layer;
    private final KnownIds ids;
    private final List<Fault> faults;

    PolicyNames(PolicyLayer layer, KnownIds ids, List<Fault> faults) {
        this.layer = layer;
        this.ids = ids;
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

    /** The entries of the section whose names these are. */
    List<String> entries(Located words, PolicySection section) {
        return words.words().map(word -> entry(word, section)).toList();
    }

    String entry(Located.Word word, PolicySection section) {
        if (!layer.entries(section).containsKey(word.text())) {
            unknown(word, section);
        }
        return word.text();
    }

    private void unknown(Located.Word word, PolicySection section) {
        Located off = layer.off(section).get(word.text());
        faults.add(
                off != null
                        ? off.fault(word.text() + " is switched off here, and " + word.place()
                                + " still uses it: keep it, or switch that off too")
                        : word.place()
                                .fault(word.text() + " is not known; it has to be " + section.one()
                                        + Suggestion.of(word.text(), layer.keys(section))));
    }

    List<String> attributes(Optional<Located> words) {
        return words.stream().flatMap(Located::words).map(this::attribute).toList();
    }

    String attribute(Located.Word word) {
        boolean further = word.text().startsWith(FURTHER) && word.text().length() > FURTHER.length();
        if (!further && !ATTRIBUTES.containsKey(word.text())) {
            faults.add(word.place()
                    .fault(word.text() + " is no attribute; there are " + String.join(", ", ATTRIBUTES.keySet())
                            + " and fact-NAME" + Suggestion.of(word.text(), ATTRIBUTES.keySet())));
        }
        return word.text();
    }

    /** The values that something may have of an attribute; an id that was renamed, by its new name. */
    List<String> valuesOf(String attribute, Located values) {
        if (attribute.equals("id")) {
            return values.words().map(word -> ids.checked(word, faults)).toList();
        }
        List<String> known = ATTRIBUTES.getOrDefault(attribute, List.of());
        values.words()
                .filter(word -> !known.isEmpty() && !known.contains(word.text()))
                .forEach(word -> noValue(attribute, word, known));
        return values.words().map(Located.Word::text).toList();
    }

    boolean isFact(String name) {
        return name.equals(ACCESS)
                || name.equals(PURPOSE)
                || layer.entries(PolicySection.FACTS).containsKey(name);
    }

    /** The name of a fact, {@code access} and {@code purpose} among them. */
    String fact(Located.Word word) {
        if (!isFact(word.text())) {
            unknown(word, PolicySection.FACTS);
        }
        return word.text();
    }

    /** The values of a fact, as a rule may ask for them. */
    List<String> values(String fact, Located values) {
        return values.words().map(word -> value(fact, word, false)).toList();
    }

    /** A value of a fact, as a question may tell it or a presumption give it. */
    String told(String fact, Located.Word word) {
        return value(fact, word, true);
    }

    private String value(String fact, Located.Word word, boolean narrowed) {
        if (fact.equals(ACCESS)) {
            return entry(word, PolicySection.ACCESSES);
        } else if (fact.equals(PURPOSE)) {
            return purpose(word).toString();
        }
        Located kind = layer.entries(PolicySection.FACTS).get(fact);
        if (kind == null) {
            return word.text();
        }
        Set<String> known = new LinkedHashSet<>(values(kind));
        boolean free = known.isEmpty() || kind.get("values-of").isPresent();
        if (narrowed) {
            kind.get("narrowed").ifPresent(several -> several.pairs().forEach(pair -> known.add(pair.key())));
        }
        if (!free && !known.contains(word.text())) {
            noValue(fact, word, known);
        }
        return word.text();
    }

    private static List<String> values(Located kind) {
        return kind.get("values").stream()
                .flatMap(Located::words)
                .map(Located.Word::text)
                .toList();
    }

    private void noValue(String name, Located.Word word, Collection<String> known) {
        faults.add(word.place()
                .fault(name + ": " + word.text() + " is no value of it; there are " + String.join(", ", known)
                        + Suggestion.of(word.text(), known)));
    }

    List<PurposePattern> purposes(Located words) {
        return words.words().map(this::purpose).toList();
    }

    private PurposePattern purpose(Located.Word word) {
        PurposePattern pattern = PurposePattern.of(word.text());
        entry(new Located.Word(pattern.purpose(), word.place()), PolicySection.PURPOSES);
        Located kind = layer.entries(PolicySection.PURPOSES).get(pattern.purpose());
        if (pattern.subject().isPresent() && kind != null && kind.get("about").isEmpty()) {
            faults.add(word.place()
                    .fault(word.text() + " says what it is about, and " + pattern.purpose()
                            + " is about nothing: write " + pattern.purpose()));
        }
        return pattern;
    }

    /** The sorts of edges; {@code any} stands for all. */
    Set<Edge.Sort> sorts(Optional<Located> words) {
        Set<Edge.Sort> sorts = EnumSet.noneOf(Edge.Sort.class);
        words.stream().flatMap(Located::words).forEach(word -> sorts.addAll(sort(word)));
        return sorts;
    }

    private List<Edge.Sort> sort(Located.Word word) {
        if (word.text().equals("any")) {
            return List.of(Edge.Sort.values());
        }
        List<Edge.Sort> found = Arrays.stream(Edge.Sort.values())
                .filter(sort -> sort.spelling().equals(word.text()))
                .toList();
        if (found.isEmpty()) {
            List<String> known = new ArrayList<>(
                    Arrays.stream(Edge.Sort.values()).map(Edge.Sort::spelling).toList());
            known.add("any");
            faults.add(word.place()
                    .fault(word.text() + " is no way to be wired; there are " + String.join(", ", known)
                            + Suggestion.of(word.text(), known)));
        }
        return found;
    }
}
