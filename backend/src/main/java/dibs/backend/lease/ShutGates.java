package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.GateState;
import dibs.backend.environment.UnitName;
import dibs.backend.gate.Gate;
import dibs.backend.gate.GateTx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The gates that are in somebody's way, inside a transaction. */
final class ShutGates {
    private ShutGates() {}

    /**
     * Those that are shut, of the environments or of what leases of the units hold.
     *
     * @param approved whether an approval that a gate asks for is there
     */
    static List<Gate> of(
            GateTx tx,
            Collection<EnvironmentId> environments,
            Collection<UnitName> units,
            boolean approved,
            Instant now) {
        return tx.gates().all().stream()
                .filter(gate -> gate.concerns(environments, units) && gate.shut(now))
                .filter(gate -> gate.state() != GateState.APPROVAL || !approved)
                .toList();
    }

    /** The units that nobody is served, because a gate of theirs is shut. */
    static Set<UnitName> units(GateTx tx, Instant now) {
        return tx.gates().all().stream()
                .filter(gate -> gate.shut(now))
                .flatMap(gate -> gate.units().stream())
                .collect(Collectors.toSet());
    }
}
