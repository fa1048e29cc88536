package dibs.backend.catalog;

import dibs.backend.environment.Names;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one file, or the built-in files together, say about the catalog; or what comes out when one overlays the other.
 *
 * @param prefer by the name as it is compared
 */
record Layer(
        Map<String, Entry> services,
        Map<String, Entry> environments,
        Map<String, Entry> sources,
        Map<String, Entry> kinds,
        Map<String, Entry> prefer,
        EdgeLines edges) {
    static final Layer EMPTY = new Layer(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), EdgeLines.EMPTY);

    Layer {
        services = Collections.unmodifiableMap(services);
        environments = Collections.unmodifiableMap(environments);
        sources = Collections.unmodifiableMap(sources);
        kinds = Collections.unmodifiableMap(kinds);
        prefer = Collections.unmodifiableMap(prefer);
    }

    /** The catalog sections as one layer; an id given twice is a fault. */
    static Layer of(List<Located> sections, List<Fault> faults) {
        Map<String, Entry> services = new LinkedHashMap<>();
        Map<String, Entry> environments = new LinkedHashMap<>();
        Map<String, Entry> sources = new LinkedHashMap<>();
        Map<String, Entry> kinds = new LinkedHashMap<>();
        Map<String, Entry> prefer = new LinkedHashMap<>();
        for (Located section : sections) {
            list(section, "services", services, faults);
            list(section, "environments", environments, faults);
            keyed(section, "sources", sources, faults);
            keyed(section, "kinds", kinds, faults);
            Map<String, Entry> names = new LinkedHashMap<>();
            keyed(section, "prefer", names, faults);
            names.values().forEach(entry -> put(Names.key(entry.id()), entry, prefer, faults));
        }
        return new Layer(services, environments, sources, kinds, prefer, EdgeLines.of(sections, faults));
    }

    private static void list(Located section, String key, Map<String, Entry> entries, List<Fault> faults) {
        section.get(key).stream()
                .flatMap(list -> list.items().stream())
                .flatMap(item -> Entry.of(item).stream())
                .forEach(entry -> put(entry.id(), entry, entries, faults));
    }

    private static void keyed(Located section, String key, Map<String, Entry> entries, List<Fault> faults) {
        section.get(key).stream().flatMap(map -> map.pairs().stream()).forEach(pair -> {
            Map<String, Located> values = new LinkedHashMap<>();
            pair.value().pairs().forEach(value -> values.put(value.key(), value.value()));
            put(pair.key(), new Entry(pair.key(), pair.value().place(), values), entries, faults);
        });
    }

    private static void put(String key, Entry entry, Map<String, Entry> entries, List<Fault> faults) {
        Entry before = entries.putIfAbsent(key, entry);
        if (before != null) {
            faults.add(entry.place()
                    .fault(entry.id() + " is here a second time, after " + before.place() + ": keep one of them"));
        }
    }
}
