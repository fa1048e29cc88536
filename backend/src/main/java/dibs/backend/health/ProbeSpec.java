package dibs.backend.health;

import dibs.backend.environment.EnvironmentId;
import java.time.Duration;

/**
 * A probe as the catalog has it.
 *
 * @param name what it is called among the probes of its environment
 * @param interval from the beginning of one look to that of the next
 * @param timeout for the whole look
 * @param vpn whether it is reached through a VPN only: no connection then says nothing of how it is
 */
public record ProbeSpec(
        EnvironmentId environment, String name, Target target, Duration interval, Duration timeout, boolean vpn) {}
