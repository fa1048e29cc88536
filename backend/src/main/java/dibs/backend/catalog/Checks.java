package dibs.backend.catalog;

import dibs.backend.environment.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a schema cannot: entries that do not fit each other. Every finding has the line to change. */
final class Checks {
    private final Layer layer;
    private final List<Fault> faults;

    private Checks(Layer layer, List<Fault> faults) {
        this.layer = layer;
        this.faults = faults;
    }

    /** Adds what is wrong with the catalog as a whole. */
    static void check(Layer layer, List<Fault> faults) {
        Checks checks = new Checks(layer, faults);
        layer.environments().values().forEach(checks::environment);
        layer.services().values().forEach(service -> {
            checks.addresses(service);
            checks.known(service, "source", layer.sources(), "a key under sources:");
        });
        layer.kinds().values().forEach(checks::limits);
        layer.sources().values().forEach(source -> checks.date(source.get("date")));
        layer.prefer().values().forEach(checks::preference);
        checks.members();
        checks.releases();
        new UnitChecks(layer, faults).check();
        new NameChecks(layer, faults).check();
        new EdgeChecks(layer, faults).check();
    }

    private void environment(Entry entry) {
        complete(entry);
        known(entry, "service", layer.services(), "a service under services:");
        known(entry, "source", layer.sources(), "a key under sources:");
        for (String key : List.of("members", "parts", "use")) {
            environments(entry, entry.get(key));
        }
        Optional<Located> retired = entry.get("retired");
        environments(entry, retired.flatMap(value -> value.get("use")));
        date(retired.flatMap(value -> value.get("since")));
        addresses(entry);
    }

    private void complete(Entry entry) {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("kind", "such as service");
        needed.put("title", "what people call it");
        needed.put("mode", "exclusive (claimed by one), shared (used by many) or none");
        needed.keySet().removeAll(entry.values().keySet());
        if (!needed.isEmpty()) {
            faults.add(entry.place()
                    .fault(entry.id() + " is a new environment, and one needs "
                            + String.join(
                                    " and ",
                                    needed.entrySet().stream()
                                            .map(need -> need.getKey() + ": (" + need.getValue() + ")")
                                            .toList())
                            + "; to change one that is there, use its id"));
        }
    }

    private void known(Entry entry, String key, Map<String, Entry> among, String what) {
        entry.words(key)
                .filter(word -> !among.containsKey(word.text()))
                .forEach(word -> faults.add(word.place()
                        .fault(key + ": " + word.text() + " is not known; it has to be " + what
                                + Suggestion.of(word.text(), among.keySet()))));
    }

    private void environments(Entry entry, Optional<Located> references) {
        references.stream().flatMap(Located::words).forEach(word -> {
            if (word.text().equals(entry.id())) {
                faults.add(word.place().fault(entry.id() + " refers to itself: remove it here"));
            } else {
                environment(word);
            }
        });
    }

    private void environment(Located.Word word) {
        if (!layer.environments().containsKey(word.text())) {
            faults.add(word.place().fault(unknown(word.text(), layer)));
        }
    }

    /** What to say of an id that is none. */
    static String unknown(String id, Layer layer) {
        return layer.environments().values().stream()
                .filter(entry -> entry.texts("was").contains(id))
                .findFirst()
                .map(entry -> id + " is now called " + entry.id() + ": write that")
                .orElseGet(() -> id + " is not known; it has to be the id of an environment"
                        + Suggestion.of(id, layer.environments().keySet()));
    }

    private void preference(Entry entry) {
        for (String sense : List.of("lease", "about")) {
            entry.words(sense).forEach(this::environment);
        }
    }

    private void members() {
        Map<String, Entry> sets = new HashMap<>();
        for (Entry entry : layer.environments().values()) {
            entry.words("members").forEach(member -> {
                Entry other = sets.putIfAbsent(member.text(), entry);
                if (other != null && !other.id().equals(entry.id())) {
                    faults.add(member.place()
                            .fault(member.text() + " is a member of " + other.id()
                                    + " already, and a worker pool belongs to one set: remove it from one of them"));
                }
                Entry pool = layer.environments().get(member.text());
                if (pool != null && !pool.text("kind").equals(Optional.of(Kind.WORKER_POOL.spelling()))) {
                    faults.add(member.place()
                            .fault(member.text()
                                    + " is no worker pool: members: holds worker pools, parts: holds sets"));
                }
            });
        }
    }

    private void releases() {
        ReleaseChecks releases = new ReleaseChecks(layer, faults);
        for (Entry entry : layer.environments().values()) {
            releases.check(entry);
            entry.pairs("releases").forEach(product -> {
                environments(entry, product.value().get("claims"));
                environments(entry, product.value().get("uses"));
            });
        }
    }

    private void addresses(Entry entry) {
        Set<Located> addresses = new LinkedHashSet<>();
        entry.pairs("urls").forEach(pair -> addresses.add(pair.value()));
        entry.pairs("links").forEach(pair -> addresses.add(pair.value()));
        entry.get("former_urls").ifPresent(urls -> addresses.addAll(urls.items()));
        for (Located address : addresses) {
            // What does not even begin like one, the schema has reported.
            if (address.text().filter(Checks::brokenAddress).isPresent()) {
                faults.add(address.fault(
                        address.text().orElse("") + " is no web address: write one such as https://host.example/path"));
            }
        }
    }

    private static boolean brokenAddress(String text) {
        return text.matches("https?://\\S+") && !WebAddress.isValid(text);
    }

    private void limits(Entry kind) {
        Optional<Located> limits = kind.get("limits");
        Optional<Duration> usual = limits.flatMap(value -> value.get("default"))
                .flatMap(Located::text)
                .flatMap(Durations::parse);
        Optional<Located> max = limits.flatMap(value -> value.get("max"));
        Optional<Duration> maximum = max.flatMap(Located::text).flatMap(Durations::parse);
        if (usual.isPresent() && maximum.isPresent() && usual.get().compareTo(maximum.get()) > 0) {
            faults.add(max.get()
                    .fault("max: " + max.get().text().orElse("")
                            + " is shorter than default: make it at least as long"));
        }
    }

    private void date(Optional<Located> date) {
        date.flatMap(Located::text).ifPresent(text -> {
            try {
                LocalDate.parse(text);
            } catch (DateTimeParseException malformed) {
                faults.add(date.get().fault(text + " is no day: write one as \"2026-07-22\", in quotes"));
            }
        });
    }
}
