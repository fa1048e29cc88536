package dibs.backend.gate;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.GateState;
import dibs.backend.environment.UnitName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A gate that somebody wants; the parts are as in {@link Gate}. Kept as JSON until it is confirmed.
 *
 * @param until nothing: as long as nobody opens it
 */
public record GateRequest(
        EnvironmentId environment,
        List<EnvironmentId> covers,
        List<UnitName> units,
        GateState state,
        String reason,
        Optional<Instant> until,
        Optional<Rhythm> rhythm) {}
