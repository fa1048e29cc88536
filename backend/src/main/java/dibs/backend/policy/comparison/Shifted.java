package dibs.backend.policy.comparison;

import dibs.backend.environment.EnvironmentId;
import java.util.List;
import java.util.Optional;

/**
 * A pair whose verdict changes.
 *
 * @param accesses those for which it changes in this way; nothing among them stands for a question that tells none
 */
public record Shifted(EnvironmentId consumer, EnvironmentId environment, List<Optional<String>> accesses) {
    public Shifted {
        accesses = List.copyOf(accesses);
    }
}
