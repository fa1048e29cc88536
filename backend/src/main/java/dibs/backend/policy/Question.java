package dibs.backend.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * May the consumer use the environment, in this way and for this.
 *
 * @param environment nothing where the question names none
 * @param told what the question tells, by the fact's name, {@code access} and {@code purpose} among them; several values
 *     where what it tells leaves several open
 * @param via what lies between, nearest to the consumer first; names of the catalog or any other
 * @param waivers exceptions that hold now and are about this consumer and environment
 */
public record Question(
        Subject consumer,
        Optional<Subject> environment,
        Map<String, List<String>> told,
        List<String> via,
        List<Waiver> waivers) {
    public Question {
        told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
        via = List.copyOf(via);
        waivers = List.copyOf(waivers);
    }

    /** The same with one more fact told. */
    public Question telling(String fact, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(told);
        more.put(fact, List.of(value));
        return new Question(consumer, environment, more, via, waivers);
    }
}
