package dibs.backend.policy.cases;

import dibs.backend.policy.Inquiry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts about a question.
 *
 * @param told canonical fact names and values, as in {@link Inquiry}
 * @param via what lies between
 */
public record Context(Map<String, List<String>> told, List<String> via) {
    public Context {
        told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
        via = List.copyOf(via);
    }

    /** The inquiry with these facts; where it tells something else, these count. */
    public Inquiry addedTo(Inquiry inquiry) {
        Map<String, List<String>> all = new LinkedHashMap<>(inquiry.told());
        all.putAll(told);
        return new Inquiry(inquiry.consumer(), inquiry.environment(), all, via.isEmpty() ? inquiry.via() : via);
    }
}
