package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonRef;
import java.time.Instant;

/**
 * A unit whose last lease ended and whose clean-up nobody has confirmed since.
 *
 * @param lease the lease that ended
 * @param environment what that lease was on, which the unit is a part of
 * @param holder who had it
 * @param since when it ended
 */
public record Untidied(UnitName unit, LeaseId lease, EnvironmentId environment, PersonRef holder, Instant since) {}
