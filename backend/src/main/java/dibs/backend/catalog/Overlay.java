package dibs.backend.catalog;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lays one layer over another: a known id changes, a new one adds, {@code was:} renames. */
final class Overlay {
    private static final List<String> REFERENCES = List.of("members", "parts", "use", "releases");

    private final Layer base;
    private final Layer over;
    private final List<Fault> faults;
    /** From the old id to the new one. */
    private final Map<String, String> renames = new HashMap<>();

    private Overlay(Layer base, Layer over, List<Fault> faults) {
        this.base = base;
        this.over = over;
        this.faults = faults;
    }

    static Layer merge(Layer base, Layer over, List<Fault> faults) {
        return new Overlay(base, over, faults).merged();
    }

    private Layer merged() {
        over.environments().values().forEach(this::noteRename);
        return new Layer(
                overlaid(base.services(), over.services()),
                environments(),
                overlaid(base.sources(), over.sources()),
                overlaid(base.kinds(), over.kinds()),
                overlaid(renamed(base.prefer()), over.prefer()),
                base.edges().overlaidWith(over.edges(), renames));
    }

    private void noteRename(Entry entry) {
        List<Located.Word> renamed = entry.words("was")
                .filter(old -> base.environments().containsKey(old.text()))
                .toList();
        if (renamed.isEmpty()) {
            return;
        }
        if (base.environments().containsKey(entry.id())) {
            faults.add(renamed.getFirst()
                    .place()
                    .fault("was: renames to a new id, and " + entry.id()
                            + " is in the built-in catalog already: choose another id"));
        }
        // A second old id, or a second claim of the same one, is reported with all former ids, by the checks.
        renames.putIfAbsent(renamed.getFirst().text(), entry.id());
    }

    private Map<String, Entry> environments() {
        Map<String, Entry> result = new LinkedHashMap<>();
        for (Entry entry : base.environments().values()) {
            String id = renames.getOrDefault(entry.id(), entry.id());
            Entry followed = followed(entry);
            Entry change = over.environments().get(id);
            result.put(id, change == null ? followed : laidOver(followed, change));
        }
        over.environments().forEach(result::putIfAbsent);
        return result;
    }

    private static Entry laidOver(Entry entry, Entry change) {
        Entry merged = entry.overlaidWith(change);
        Optional<Located> before = entry.get("was");
        Optional<Located> after = change.get("was");
        if (before.isEmpty() || after.isEmpty()) {
            return merged;
        }
        // Former ids only ever add up: links and history under the older ones still have to be understood.
        var all = JsonNodeFactory.instance.arrayNode();
        after.get().items().forEach(item -> all.add(item.value()));
        before.get().items().forEach(item -> all.add(item.value()));
        return merged.with("was", new Located(all, after.get().place()));
    }

    private Map<String, Entry> renamed(Map<String, Entry> prefer) {
        Map<String, Entry> result = new LinkedHashMap<>();
        prefer.forEach((name, entry) -> {
            Entry followed = entry;
            for (String sense : List.of("lease", "about")) {
                followed = follow(followed, sense, this::newIds);
            }
            result.put(name, followed);
        });
        return result;
    }

    private Entry followed(Entry entry) {
        Entry result = entry;
        for (String key : REFERENCES) {
            result = follow(result, key, this::newIds);
        }
        return follow(result, "retired", retired -> {
            JsonNode use = retired.get("use");
            if (use == null || !retired.isObject()) {
                return retired;
            }
            var copy = JsonNodeFactory.instance.objectNode();
            retired.propertyStream().forEach(pair -> copy.set(pair.getKey(), pair.getValue()));
            copy.set("use", newIds(use));
            return copy;
        });
    }

    private Entry follow(Entry entry, String key, UnaryOperator<JsonNode> change) {
        if (renames.isEmpty()) {
            return entry;
        }
        return entry.get(key)
                .map(value -> entry.with(key, new Located(change.apply(value.value()), value.place())))
                .orElse(entry);
    }

    private JsonNode newIds(JsonNode ids) {
        if (ids.isString()) {
            return JsonNodeFactory.instance.stringNode(renames.getOrDefault(ids.asString(), ids.asString()));
        }
        if (ids.isObject()) {
            var copy = JsonNodeFactory.instance.objectNode();
            ids.propertyStream().forEach(pair -> copy.set(pair.getKey(), newIds(pair.getValue())));
            return copy;
        }
        if (!ids.isArray()) {
            return ids;
        }
        var result = JsonNodeFactory.instance.arrayNode();
        ids.forEach(id -> result.add(newIds(id)));
        return result;
    }

    private static Map<String, Entry> overlaid(Map<String, Entry> base, Map<String, Entry> over) {
        Map<String, Entry> result = new LinkedHashMap<>(base);
        over.forEach((id, entry) -> result.merge(id, entry, Entry::overlaidWith));
        return result;
    }
}
