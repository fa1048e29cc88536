package dibs.backend.catalog;

import dibs.backend.environment.Edge;
import dibs.backend.policy.PurposePattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names that entries of a policy may use; what is none of them becomes a fault at the place that uses it. */
final class PolicyNames {
    static final String ACCESS = "access";
    static final String PURPOSE = "purpose";
    /** What a presumed value takes from the question: an attribute, or the first of several that there is. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:consumer|environment)\\.([^{}]+)}");

    private static final List<String> PERMISSIONS = List.of("allow", "support", "allow-if");

    private final PolicyLayer layer;
    private final CatalogNames catalog;
    private final List<Fault> faults;
    private final Attributes attributes;
    private final Map<Missed, List<Place>> missed = new LinkedHashMap<>();

    PolicyNames(PolicyLayer layer, CatalogNames catalog, List<Fault> faults) {
        this.layer = layer;
        this.catalog = catalog;
        this.faults = faults;
        this.attributes = new Attributes(catalog, faults);
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
        if (off == null) {
            faults.add(word.place()
                    .fault(word.text() + " is not known; it has to be " + section.one()
                            + Suggestion.of(word.text(), layer.keys(section))));
        } else {
            missed.computeIfAbsent(new Missed(word.text(), off.place()), entry -> new ArrayList<>())
                    .add(word.place());
        }
    }

    /** Reports what is switched off and still used: once, however often it is, where it is switched off. */
    void reportMissed() {
        missed.forEach((entry, places) -> {
            String named =
                    places.stream().limit(2).map(Place::toString).distinct().collect(Collectors.joining(", "));
            String more = places.size() > 2 ? " and " + (places.size() - 2) + " more" : "";
            faults.add(entry.off()
                    .fault(entry.name() + " is switched off here, and still used at " + named + more
                            + ": keep it, or switch off what uses it"));
        });
    }

    /** An entry that is switched off and used. */
    private record Missed(String name, Place off) {}

    /** The attributes of subjects. */
    Attributes attributes() {
        return attributes;
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

    /** A key of a condition: the name of a fact, or one of these words. */
    String conditionKey(Located.Word key, List<String> words) {
        if (layer.off(PolicySection.FACTS).containsKey(key.text())) {
            unknown(key, PolicySection.FACTS);
        } else if (!isFact(key.text())) {
            List<String> known = new ArrayList<>(words);
            known.add(ACCESS);
            known.addAll(layer.keys(PolicySection.FACTS));
            String nearest = Suggestion.of(key.text(), known);
            faults.add(key.place()
                    .fault(key.text() + ": is not known in a condition"
                            + (nearest.isEmpty()
                                    ? "; there are " + String.join(", ", words) + ", access and the facts under facts:"
                                    : nearest)));
        }
        return key.text();
    }

    /** The values of a fact, as a rule may ask for them. */
    List<String> values(String fact, Located values) {
        return values.words().map(word -> value(fact, word, false)).toList();
    }

    /** A value of a fact, as a presumption gives it: it may take attributes of the question's subjects. */
    String presumed(String fact, Located.Word word) {
        Matcher placeholder = PLACEHOLDER.matcher(word.text());
        while (placeholder.find()) {
            for (String attribute : placeholder.group(1).split("\\|")) {
                attributes.checked(new Located.Word(attribute, word.place()));
            }
        }
        if (placeholder.reset().replaceAll("").matches(".*[{}].*")) {
            faults.add(word.place()
                    .fault(word.text() + " has braces that stand for nothing: write {environment.ATTRIBUTE} or"
                            + " {consumer.ATTRIBUTE}"));
        } else if (fact.equals(PURPOSE)
                || placeholder.reset().results().findAny().isEmpty()) {
            value(fact, word, true);
        }
        return word.text();
    }

    /** A value of a fact, as a question may tell it. */
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
            faults.add(Attributes.noValue(fact, word, known));
        }
        return word.text();
    }

    private static List<String> values(Located kind) {
        return kind.get("values").stream()
                .flatMap(Located::words)
                .map(Located.Word::text)
                .toList();
    }

    List<PurposePattern> purposes(Located words) {
        return words.words().map(this::purpose).toList();
    }

    private PurposePattern purpose(Located.Word word) {
        PurposePattern pattern = PurposePattern.of(word.text());
        entry(new Located.Word(pattern.purpose(), word.place()), PolicySection.PURPOSES);
        Located kind = layer.entries(PolicySection.PURPOSES).get(pattern.purpose());
        if (kind == null || pattern.subject().isEmpty()) {
            return pattern;
        }
        List<String> about = kind.get("about").stream()
                .flatMap(Located::words)
                .map(Located.Word::text)
                .toList();
        if (about.isEmpty()) {
            faults.add(word.place()
                    .fault(word.text() + " says what it is about, and " + pattern.purpose()
                            + " is about nothing: write " + pattern.purpose()));
        } else if (!pattern.subject().get().contains("{")) {
            catalog.value(about, new Located.Word(pattern.subject().get(), word.place()), faults);
        }
        return pattern;
    }

    /** A rule that permits something, so that one can ask whether it does. */
    List<String> permitting(Located words) {
        words.words()
                .filter(word -> layer.entries(PolicySection.RULES).containsKey(word.text()))
                .filter(word -> !permits(layer.entries(PolicySection.RULES).get(word.text())))
                .forEach(word -> faults.add(
                        word.place().fault(word.text() + " permits nothing: it has no allow:, support: or allow-if:")));
        return entries(words, PolicySection.RULES);
    }

    private static boolean permits(@Nullable Located rule) {
        return rule != null
                && rule.get("says").stream()
                        .flatMap(says -> says.items().stream())
                        .anyMatch(clause -> PERMISSIONS.stream()
                                .anyMatch(key -> clause.get(key).isPresent()));
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
