package dibs.backend.health;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Tells how environments are. Where probes are switched off it knows nothing of any. */
public final class HealthService {
    private static final Duration LATELY = Duration.ofDays(1);

    private final Transactor<? extends HealthTx> transactor;
    private final BooleanSupplier on;

    /** @param on whether probes are switched on */
    public HealthService(Transactor<? extends HealthTx> transactor, BooleanSupplier on) {
        this.transactor = transactor;
        this.on = on;
    }

    /** Whether probes are switched on. */
    public boolean on() {
        return on.getAsBoolean();
    }

    /** How all are at that moment. */
    public HealthNow now(Catalog catalog, Instant now) {
        if (!on()) {
            return HealthNow.nothing(catalog);
        }
        return transactor.read(tx -> new HealthNow(catalog, at(tx, tx.health().states(), now), trees(tx, now)));
    }

    /** How it is at that moment, or the worst of what it stands for; nothing where nobody looks at any of it. */
    public Optional<HealthState> of(Environment environment, Catalog catalog, Instant now) {
        if (!on()) {
            return Optional.empty();
        }
        var standing = catalog.standingFor(environment);
        return transactor
                .<HealthNow>read(tx -> new HealthNow(catalog, at(tx, tx.health().states(standing), now), List.of()))
                .of(environment);
    }

    /** Nobody may have noted yet that some are silent. */
    private static List<HealthState> at(HealthTx tx, List<HealthState> states, Instant now) {
        List<EnvironmentId> silent = tx.health().silent(now, Integer.MAX_VALUE);
        return states.stream()
                .map(state -> silent.contains(state.environment())
                        ? Combined.of(tx.health().probes(List.of(state.environment())), now)
                                .map(to -> state.turned(to, now))
                                .orElse(state)
                        : state)
                .toList();
    }

    /** Of a tree that nobody has looked at lately nothing is known. */
    private static List<Tree> trees(HealthTx tx, Instant now) {
        return tx.health().trees().stream()
                .map(probe -> probe.at(now))
                .filter(probe -> probe.held() != Health.UNKNOWN)
                .flatMap(probe -> Tree.of(probe).stream())
                .toList();
    }

    /** What is known of one beside how it is now. */
    public Details details(EnvironmentId environment, Instant now) {
        Duration longest = Uptime.TOLD.getLast();
        return transactor.read(tx -> {
            List<HealthChange> changes = tx.health().changes(environment, now.minus(longest));
            return new Details(
                    tx.health().probes(List.of(environment)).stream()
                            .map(probe -> probe.at(now))
                            .toList(),
                    changes.stream()
                            .filter(change -> change.at().plus(LATELY).isAfter(now))
                            .toList(),
                    tx.health().deploys(environment, now.minus(LATELY)),
                    Uptime.TOLD.stream()
                            .map(length -> Uptime.of(changes, length, now))
                            .toList());
        });
    }

    /** A number that is another one after each change of anything. */
    public long mark() {
        return on() ? transactor.<Long>read(tx -> tx.health().mark()) : 0;
    }

    /** Incidents that are open, or were closed since then, oldest first; also where probes are switched off. */
    public List<Incident> incidents(Instant closedSince) {
        return transactor.read(tx -> tx.health().incidents(closedSince));
    }

    /**
     * More of one environment.
     *
     * @param changes of the last day, oldest first
     * @param deploys of the last day, newest first
     * @param uptimes for each of {@link Uptime#TOLD}
     */
    public record Details(
            List<ProbeState> probes, List<HealthChange> changes, List<DeployChange> deploys, List<Uptime> uptimes) {
        public Details {
            probes = List.copyOf(probes);
            changes = List.copyOf(changes);
            deploys = List.copyOf(deploys);
            uptimes = List.copyOf(uptimes);
        }
    }
}
