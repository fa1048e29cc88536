package dibs.backend.catalog;

import dibs.backend.policy.Policy;
import java.util.List;

/** What came of reading a policy. */
public sealed interface PolicyResult {
    /** All of it holds together. */
    record Loaded(Policy policy) implements PolicyResult {}

    /**
     * It does not, and nothing of it counts.
     *
     * @param faults every fault there is, by file and line; at least one
     */
    record Faulty(List<Fault> faults) implements PolicyResult {
        public Faulty {
            faults = faults.stream().sorted().distinct().toList();
        }
    }
}
