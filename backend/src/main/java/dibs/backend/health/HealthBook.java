package dibs.backend.health;

import dibs.backend.environment.CatalogSource;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes of looks what people are told: states with hysteresis, incidents with their causes, notices. What is taken at once is one
 * transaction. A look that was taken before, by whatever process, changes nothing. Safe for several processes on one store.
 */
public final class HealthBook implements Observations {
    private static final int AT_ONCE = 50;
    private static final int FORGOTTEN_AT_ONCE = 500;
    private static final Duration KEPT = Duration.ofDays(400);

    private final Transactor<? extends HealthTx> transactor;
    private final CatalogSource catalog;
    private final ProbeSource probes;
    private final IdSource ids;

    /** @param probes from which it is known how often is looked */
    public HealthBook(
            Transactor<? extends HealthTx> transactor, CatalogSource catalog, ProbeSource probes, IdSource ids) {
        this.transactor = transactor;
        this.catalog = catalog;
        this.probes = probes;
        this.ids = ids;
    }

    @Override
    public void take(List<Observation> seen) {
        if (seen.isEmpty()) {
            return;
        }
        Map<Round.Name, ProbeState.Pace> paces = probes.probes().stream()
                .collect(Collectors.toMap(
                        spec -> new Round.Name(spec.environment(), spec.name()),
                        ProbeState.Pace::of,
                        (one, other) -> one));
        Instant now = seen.stream().map(Observation::at).max(Instant::compareTo).orElseThrow();
        round(now, round -> round.take(seen, paces));
    }

    /** Notes what is unknown since nobody has looked for a while; how many environments that were. */
    public int silence(Instant now) {
        List<EnvironmentId> silent =
                transactor.<List<EnvironmentId>>read(tx -> tx.health().silent(now, AT_ONCE));
        return silent.isEmpty() ? 0 : round(now, round -> round.look(silent));
    }

    /** Ends flapping where it has been quiet for long enough; how many environments that were. */
    public int calm(Instant now) {
        List<EnvironmentId> calm =
                transactor.<List<EnvironmentId>>read(tx -> tx.health().calm(now, AT_ONCE));
        return calm.isEmpty() ? 0 : round(now, round -> round.look(calm));
    }

    /** Forgets what was long ago; how much. */
    public int forget(Instant now) {
        return transactor.write(tx -> tx.health().forget(now, KEPT, FORGOTTEN_AT_ONCE));
    }

    private int round(Instant now, Function<Round, Integer> work) {
        return transactor.write(tx -> {
            tx.health().alone();
            return work.apply(new Round(tx, catalog.current(), ids, now));
        });
    }
}
