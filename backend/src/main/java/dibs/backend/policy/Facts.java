package dibs.backend.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a question when its rules are weighed: what it tells and what is presumed. It keeps the maps that it
 * is given, since it is made for every state of knowledge: nobody changes them afterwards.
 *
 * @param told by name, as in {@link Question}
 * @param presumed by name; a fact that was told stands here only where a presumption reads it in another way
 * @param blank whether nothing is known yet, so that what is false now is false whatever is told
 */
record Facts(Map<String, List<String>> told, Map<String, String> presumed, boolean blank) {
    /** Nothing is known yet. */
    static final Facts BLANK = new Facts(Map.of(), Map.of(), true);

    /** The values that the fact may have; nothing where nothing is known of it. */
    Optional<List<String>> possible(String name) {
        String one = presumed.get(name);
        return one == null ? Optional.ofNullable(told.get(name)) : Optional.of(List.of(one));
    }

    /** The value of the fact where it is a single one. */
    Optional<String> value(String name) {
        return possible(name).filter(values -> values.size() == 1).map(List::getFirst);
    }

    /** The single values that were told. */
    Map<String, String> settled() {
        Map<String, String> settled = new LinkedHashMap<>();
        told.forEach((name, values) -> settled.put(name, String.join(" or ", values)));
        return settled;
    }
}
