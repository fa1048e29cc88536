package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A consumer or an environment as the rules see it: facts, no meaning. The attributes are {@code id}, {@code kind},
 * {@code tier}, {@code mode}, {@code scm-level}, {@code release-level}, {@code pool-level}, {@code script},
 * {@code service}, {@code trust-domain}, {@code product}, {@code strictness}, {@code ships} (yes or no), {@code task},
 * {@code label}, {@code owner}, {@code channel}, and {@code fact-NAME} for a further fact of the catalog.
 *
 * @param id the environment's id
 * @param name what it is called in answers: the id, with the branch or the task where one was named
 * @param attributes the values that it has, by attribute
 * @param open attributes that the catalog leaves open for it, with the values that they may have
 */
public record Subject(
        EnvironmentId id, String name, Map<String, List<String>> attributes, Map<String, List<String>> open) {
    public Subject {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
    }

    /** Its values of that attribute; none where it has none or where they are open. */
    public List<String> values(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** Its first value of that attribute. */
    public Optional<String> value(String attribute) {
        return values(attribute).stream().findFirst();
    }

    /** The same with an attribute settled that was open. */
    public Subject with(String attribute, String value) {
        Map<String, List<String>> settled = new LinkedHashMap<>(attributes);
        settled.put(attribute, List.of(value));
        Map<String, List<String>> left = new LinkedHashMap<>(open);
        left.remove(attribute);
        return new Subject(id, name, settled, left);
    }
}
