package dibs.backend.policy;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.Environment.Belongs;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Names;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a purpose can be about, as the catalog has it: its services, scripts and products, by the words for them. */
final class PurposeSubjects {
    /** Longer runs of words are no name of a subject. */
    private static final int LONGEST = 4;

    private static final String SERVICE = "service";
    private static final String SCRIPT = "script";
    private static final String PRODUCT = "product";
    private static final Set<Kind> THINGS = EnumSet.of(Kind.SERVICE, Kind.WORKER_POOL, Kind.DEV_SET);

    private final Names names;
    private final Map<String, Map<String, String>> values = new HashMap<>();

    PurposeSubjects(Catalog catalog) {
        this.names = catalog.names();
        for (Environment environment : catalog.environments()) {
            Belongs belongs = environment.belongs();
            belongs.service().ifPresent(value -> add(SERVICE, value, value));
            belongs.product().ifPresent(value -> add(PRODUCT, value, value));
            environment.releases().stream()
                    .flatMap(releases -> releases.products().keySet().stream())
                    .forEach(value -> add(PRODUCT, value, value));
            belongs.script().ifPresent(value -> {
                add(SCRIPT, value, value);
                add(SCRIPT, value + SCRIPT, value);
            });
        }
    }

    private void add(String attribute, String words, String value) {
        values.computeIfAbsent(attribute, added -> new HashMap<>()).putIfAbsent(joined(words), value);
    }

    /** The values of those attributes that the words name; none where they name no subject. */
    Set<String> of(List<String> words, Collection<String> attributes) {
        Set<String> found = new LinkedHashSet<>();
        String joined = joined(String.join("", words));
        for (String attribute : attributes) {
            Optional.ofNullable(values.getOrDefault(attribute, Map.of()).get(joined))
                    .or(() -> named(words, attribute))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** The runs of those words that are subjects by those attributes. */
    Runs runs(List<String> words, Collection<String> attributes) {
        List<Run> found = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST); to++) {
                for (String attribute : attributes) {
                    Set<String> values = of(words.subList(from, to), List.of(attribute));
                    if (!values.isEmpty()) {
                        found.add(new Run(from, to, attribute, values.iterator().next()));
                    }
                }
            }
        }
        return new Runs(found);
    }

    /**
     * Words that are a subject.
     *
     * @param from the place of the first
     * @param to the place behind the last
     */
    record Run(int from, int to, String attribute, String value) {
        private boolean overlaps(Run other) {
            boolean same = from == other.from && to == other.to;
            return !same && from < other.to && to > other.from;
        }
    }

    /** The subjects of a row of words. */
    record Runs(List<Run> all) {
        /** Whether a longer subject by one of those attributes has that stretch in it. */
        boolean hide(int from, int to, Collection<String> attributes) {
            return all.stream()
                    .anyMatch(run -> run.from <= from
                            && run.to >= to
                            && run.to - run.from > to - from
                            && attributes.contains(run.attribute));
        }

        /** The subjects by those attributes, the longest where several overlap. */
        List<Run> by(Collection<String> attributes) {
            List<Run> longestFirst = new ArrayList<>(all);
            longestFirst.removeIf(run -> !attributes.contains(run.attribute));
            longestFirst.sort(Comparator.comparingInt(run -> run.from - run.to));
            List<Run> longest = new ArrayList<>();
            for (Run run : longestFirst) {
                if (longest.stream().noneMatch(run::overlaps)) {
                    longest.add(run);
                }
            }
            longest.sort(Comparator.comparingInt(Run::from));
            return longest;
        }
    }

    /** The subject of a thing that the words name; a product is called by its own name only. */
    private Optional<String> named(List<String> words, String attribute) {
        if (attribute.equals(PRODUCT) || names.longestKnown(words, Sense.THING) < words.size()) {
            return Optional.empty();
        }
        Collection<Environment> meant = switch (names.resolve(String.join(" ", words), Sense.THING)) {
            case Resolution.Found found -> List.of(found.environment());
            case Resolution.Several several -> several.environments();
            case Resolution.Unknown unknown -> List.of();
        };
        if (meant.stream().anyMatch(environment -> !THINGS.contains(environment.kind()))) {
            return Optional.empty();
        }
        Set<Optional<String>> of = new LinkedHashSet<>();
        meant.forEach(environment -> of.add(value(environment.belongs(), attribute)));
        return of.size() == 1 ? of.iterator().next() : Optional.empty();
    }

    private static Optional<String> value(Belongs belongs, String attribute) {
        return switch (attribute) {
            case SERVICE -> belongs.service();
            case SCRIPT -> belongs.script();
            default -> Optional.empty();
        };
    }

    private static String joined(String words) {
        return words.replaceAll("[\\s-]+", "");
    }
}
