package dibs.backend.health;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;

/**
 * That an environment became so.
 *
 * @param vpn whether it could not be reached since it is behind a VPN
 */
public record HealthChange(EnvironmentId environment, Instant at, Health health, boolean vpn) {
    /** Whether it says anything of how the environment was. */
    boolean counts() {
        return health != Health.UNKNOWN && !(vpn && health == Health.UNREACHABLE);
    }
}
