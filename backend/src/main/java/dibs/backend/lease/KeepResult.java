package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import java.util.Optional;

/** What became of a "keep it". */
public sealed interface KeepResult {
    /**
     * It is kept.
     *
     * @param against the wish that was turned down, where there was one
     */
    record Kept(Lease lease, Optional<Takeover> against) implements KeepResult {}

    /** The asker does not hold it; neither does anybody else. */
    record NotHeld(EnvironmentId environment) implements KeepResult {}

    /** It is another's. */
    record Anothers(Lease lease) implements KeepResult {}

    /** It is held as a part of another lease of the asker. */
    record PartOf(EnvironmentId environment, Lease lease) implements KeepResult {}
}
