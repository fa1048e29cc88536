package dibs.backend.health;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.transaction.Transactor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Takes out of incidents what no probe looks at any more, since its probe was removed or probes were switched off: nobody would ever
 * see it recover. It waits until the environment is unknown, for another program on the store may still look at it.
 */
public final class Unwatched {
    private final Transactor<? extends HealthTx> transactor;
    private final ProbeSource probes;
    private final BooleanSupplier on;

    /** @param on whether probes are switched on */
    public Unwatched(Transactor<? extends HealthTx> transactor, ProbeSource probes, BooleanSupplier on) {
        this.transactor = transactor;
        this.probes = probes;
        this.on = on;
    }

    /** Takes all such out, and closes the incidents that have nothing left; how many environments that were. */
    public int leave(Instant now) {
        return left(transactor.<List<HealthState>>read(tx -> tx.health().unknownInIncidents()))
                        .isEmpty()
                ? 0
                : transactor.write(tx -> {
                    HealthRows rows = tx.health();
                    rows.alone();
                    List<HealthState> left = left(rows.unknownInIncidents());
                    left.forEach(state -> leave(state, rows, now));
                    return left.size();
                });
    }

    private List<HealthState> left(List<HealthState> unknown) {
        Set<EnvironmentId> watched = on.getAsBoolean()
                ? probes.probes().stream().map(ProbeSpec::environment).collect(Collectors.toSet())
                : Set.of();
        return unknown.stream()
                .filter(state -> !watched.contains(state.environment()))
                .toList();
    }

    private static void leave(HealthState state, HealthRows rows, Instant now) {
        String incident = state.incident().orElseThrow();
        rows.put(state.alone(), false);
        rows.add(
                incident,
                new IncidentLine(
                        rows.lines(incident) + 1,
                        now,
                        IncidentLine.What.UNWATCHED,
                        state.environment(),
                        state.health(),
                        "",
                        Optional.empty()));
        if (rows.members(incident) == 0) {
            rows.close(incident, now);
        }
    }
}
