package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import java.util.List;

/** What became of a "it is tidied". */
public sealed interface TidyResult {
    /** They are tidied; of each unit, after whose lease. */
    record Tidied(List<EnvironmentId> environments, List<Untidied> after) implements TidyResult {
        public Tidied {
            environments = List.copyOf(environments);
            after = List.copyOf(after);
        }
    }

    /** There is nothing to confirm: they are tidied, or the first lease of them goes on. */
    record Nothing(List<Lease> held) implements TidyResult {
        public Nothing {
            held = List.copyOf(held);
        }
    }

    /** That part of it is for others to confirm: whoever had it last, their helpers, who has it now, an admin. */
    record Anothers(Untidied part) implements TidyResult {}
}
