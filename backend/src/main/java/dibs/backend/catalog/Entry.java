package dibs.backend.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry with an id, each of its keys with the place that gave it: after an overlay they come from two files.
 *
 * @param place where the entry that came last begins
 */
record Entry(String id, Place place, Map<String, Located> values) {
    Entry {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The entry of a mapping that has an id. */
    static Optional<Entry> of(Located mapping) {
        return mapping.get("id").flatMap(Located::text).map(id -> {
            Map<String, Located> values = new LinkedHashMap<>();
            mapping.pairs().forEach(pair -> values.put(pair.key(), pair.value()));
            return new Entry(id, mapping.place(), values);
        });
    }

    /** This entry with the keys that the other one gives in place of its own. */
    Entry overlaidWith(Entry other) {
        Map<String, Located> merged = new LinkedHashMap<>(values);
        merged.putAll(other.values);
        return new Entry(other.id, other.place, merged);
    }

    Entry with(String key, Located value) {
        Map<String, Located> changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Entry(id, place, changed);
    }

    Optional<Located> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<String> text(String key) {
        return get(key).flatMap(Located::text);
    }

    Stream<Located.Word> words(String key) {
        return get(key).stream().flatMap(Located::words);
    }

    List<String> texts(String key) {
        return words(key).map(Located.Word::text).toList();
    }

    List<Located.Pair> pairs(String key) {
        return get(key).map(Located::pairs).orElse(List.of());
    }

    /** Where the key stands, or the entry where it is not given. */
    Place placeOf(String key) {
        return get(key).map(Located::place).orElse(place);
    }
}
