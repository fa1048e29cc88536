package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A place in the line of one unit.
 *
 * @param environment what the person asked for, which the unit is a part of
 * @param any what the person waits for any of, such as {@code dev-pool}: whoever gets one of them is out of all these lines
 * @param gathersFrom before then nothing is kept for the person unless all is free, since once not all became free in time
 */
public record Waiting(
        UnitName unit,
        EnvironmentId environment,
        PersonRef person,
        Instant since,
        Optional<String> any,
        Optional<Instant> gathersFrom) {}
