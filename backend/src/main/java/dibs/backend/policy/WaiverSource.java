package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;
import java.util.List;

/** Tells which exceptions hold. */
public interface WaiverSource {
    /** Those for that consumer and that environment, not for what they are parts of. */
    List<Waiver> inForce(EnvironmentId consumer, EnvironmentId environment, Instant now);
}
