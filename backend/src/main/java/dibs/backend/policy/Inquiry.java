package dibs.backend.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question with names as a person put them; nothing is looked up yet.
 *
 * @param consumer nothing where the asker is meant
 * @param environment nothing where none was named
 * @param told canonical fact names and values, {@code access} and {@code purpose} among them; several values where the
 *     words leave several open; values that the vocabulary does not know stay out
 * @param via what lies between
 */
public record Inquiry(
        Optional<String> consumer, Optional<String> environment, Map<String, List<String>> told, List<String> via) {
    public Inquiry {
        told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
        via = List.copyOf(via);
    }
}
