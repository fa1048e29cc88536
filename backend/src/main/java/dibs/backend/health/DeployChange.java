package dibs.backend.health;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;

/** That something else runs in an environment since then. */
public record DeployChange(EnvironmentId environment, Instant at, Deployed what) {}
