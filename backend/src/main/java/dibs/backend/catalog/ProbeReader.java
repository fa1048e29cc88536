package dibs.backend.catalog;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.ProbeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code probes:} of environments, and of kinds for the environments that have none of their own. */
final class ProbeReader {
    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final Duration OFTENEST = Duration.ofSeconds(10);
    private static final Duration SELDOMEST = Duration.ofDays(1);
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);

    private final List<Fault> faults;
    private final Map<String, Located> names = new HashMap<>();
    private final List<ProbeSpec> probes = new ArrayList<>();

    private ProbeReader(List<Fault> faults) {
        this.faults = faults;
    }

    /** The probes of all environments, in the catalog's order; what is wrong with them becomes faults. */
    static List<ProbeSpec> read(Layer layer, List<Fault> faults) {
        ProbeReader reader = new ProbeReader(faults);
        for (Entry entry : layer.environments().values()) {
            if (entry.get("retired").isEmpty()) {
                reader.environment(entry, layer);
            }
        }
        return reader.probes;
    }

    private void environment(Entry entry, Layer layer) {
        Optional<Located> own = entry.get("probes");
        Optional<Located> usual = entry.text("kind")
                .flatMap(kind -> Optional.ofNullable(layer.kinds().get(kind)))
                .flatMap(kind -> kind.get("probes"));
        names.clear();
        own.or(() -> usual).stream()
                .filter(list -> list.value().isArray())
                .flatMap(list -> list.items().stream())
                .forEach(item -> probe(entry, item, own.isPresent()));
    }

    private void probe(Entry entry, Located item, boolean own) {
        Optional<ProbeKind> kind = item.get("kind").flatMap(Located::text).flatMap(ProbeKind::of);
        // What is no kind, the schema has reported.
        if (kind.isEmpty()) {
            return;
        }
        ProbeTargets targets = new ProbeTargets(entry, item, kind.get(), own, faults);
        Duration every = within(item, "every", USUAL, OFTENEST, SELDOMEST);
        Duration timeout = within(item, "timeout", USUAL_TIMEOUT, Duration.ofSeconds(1), LONGEST_TIMEOUT);
        if (timeout.compareTo(every) >= 0) {
            faults.add(item.get("timeout")
                    .orElse(item)
                    .fault("timeout: a look has to be over before the next: make it shorter than every"));
        }
        targets.read().forEach((name, target) -> {
            String called = item.get("name").flatMap(Located::text).orElse(name);
            if (isNew(called, entry, item)) {
                probes.add(new ProbeSpec(
                        new EnvironmentId(entry.id()), called, target, every, timeout, targets.flag("vpn")));
            }
        });
    }

    private boolean isNew(String name, Entry entry, Located item) {
        boolean fresh = names.putIfAbsent(name, item) == null;
        if (!fresh) {
            faults.add(item.fault(
                    "probes: " + entry.id() + " has two that are called " + name + ": give one of them another name:"));
        }
        return fresh;
    }

    private Duration within(Located item, String key, Duration usual, Duration least, Duration most) {
        Optional<Located> given = item.get(key);
        Duration length =
                given.flatMap(Located::text).flatMap(Durations::parseSpan).orElse(usual);
        if (length.compareTo(least) < 0 || length.compareTo(most) > 0) {
            faults.add(given.orElse(item)
                    .fault(key + ": " + given.flatMap(Located::text).orElse("") + " is not from " + spelt(least)
                            + " to " + spelt(most)));
            return usual;
        }
        return length;
    }

    private static String spelt(Duration length) {
        return length.toDays() > 0 ? length.toDays() + "d" : length.toSeconds() + "s";
    }
}
