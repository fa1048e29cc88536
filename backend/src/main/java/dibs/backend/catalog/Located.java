package dibs.backend.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A value and where it stands. Reading is lenient: what has the wrong shape reads as absent, because the schema has
 * reported it already and the checks after it go on for the rest.
 */
record Located(JsonNode value, Place place) {
    Fault fault(String message) {
        return place.fault(message);
    }

    /** The text of a scalar. */
    Optional<String> text() {
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asString()) : Optional.empty();
    }

    Optional<Integer> number() {
        return value.isInt() ? Optional.of(value.intValue()) : Optional.empty();
    }

    /** A key's value. */
    Optional<Located> get(String key) {
        JsonNode child = value.get(key);
        return child == null ? Optional.empty() : Optional.of(new Located(child, place.child(key)));
    }

    /** The values of a list; a single value counts as a list of one. */
    List<Located> items() {
        if (!value.isArray()) {
            return value.isNull() ? List.of() : List.of(this);
        }
        List<Located> items = new ArrayList<>();
        for (int index = 0; index < value.size(); index++) {
            items.add(new Located(value.get(index), place.child(index)));
        }
        return items;
    }

    /** The scalars of a list, each with its place. */
    Stream<Word> words() {
        return items().stream().flatMap(item -> item.text().stream().map(text -> new Word(text, item.place())));
    }

    /** The keys and values of a mapping, in the file's order. */
    List<Pair> pairs() {
        return value.propertyStream()
                .map(pair -> new Pair(pair.getKey(), new Located(pair.getValue(), place.child(pair.getKey()))))
                .toList();
    }

    /** A text and where it stands. */
    record Word(String text, Place place) {}

    /** A key and its value. */
    record Pair(String key, Located value) {}
}
