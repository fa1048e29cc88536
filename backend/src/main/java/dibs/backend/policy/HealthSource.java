package dibs.backend.policy;

import dibs.backend.environment.Environment;
import java.time.Instant;
import java.util.Optional;

/** Tells what probes say. */
@FunctionalInterface
public interface HealthSource {
    /** Nobody probes anything. */
    HealthSource NONE = (environment, now) -> Optional.empty();

    /** What they say of the environment, or of the worst of what it stands for; nothing where nobody probes it. */
    Optional<Moment.Health> of(Environment environment, Instant now);
}
