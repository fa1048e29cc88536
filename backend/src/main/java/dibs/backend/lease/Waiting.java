package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonRef;
import java.time.Instant;

/**
 * A place in the line of one unit.
 *
 * @param environment what the person asked for, which the unit is a part of
 */
public record Waiting(UnitName unit, EnvironmentId environment, PersonRef person, Instant since) {}
