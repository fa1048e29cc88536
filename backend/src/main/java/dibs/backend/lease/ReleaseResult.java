package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import java.util.List;

/** What became of a release. */
public sealed interface ReleaseResult {
    /** Given back, in the order asked for. */
    record Released(List<Lease> leases, List<Use> uses) implements ReleaseResult {}

    /** The asker does not hold it; neither does anybody else. */
    record NotHeld(EnvironmentId environment) implements ReleaseResult {}

    /** It is another's. */
    record Anothers(Lease lease) implements ReleaseResult {}

    /** It is held as a part of another lease of the asker. */
    record PartOf(EnvironmentId environment, Lease lease) implements ReleaseResult {}

    /** The asker holds nothing at all. */
    record Nothing() implements ReleaseResult {}
}
