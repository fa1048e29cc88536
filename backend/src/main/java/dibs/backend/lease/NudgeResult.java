package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;
import java.util.List;

/** What became of a nudge. */
public sealed interface NudgeResult {
    /** Those who hold it will hear of it. */
    record Nudged(List<Lease> leases) implements NudgeResult {}

    /** The asker nudged a moment ago. */
    record TooSoon(Lease lease, Instant again) implements NudgeResult {}

    /** Nobody has it. */
    record Free(EnvironmentId environment) implements NudgeResult {}

    /** It is the asker's. */
    record Yours(Lease lease) implements NudgeResult {}
}
