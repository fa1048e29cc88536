package dibs.backend.health;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.transaction.IdSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was seen at once, inside the transaction that takes it. */
final class Round {
    private final HealthTx tx;
    private final HealthRows rows;
    private final Catalog catalog;
    private final IdSource ids;
    private final Instant now;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Tree> trees = new ArrayList<>();

    Round(HealthTx tx, Catalog catalog, IdSource ids, Instant now) {
        this.tx = tx;
        this.rows = tx.health();
        this.catalog = catalog;
        this.ids = ids;
        this.now = now;
    }

    /** A probe by its name. */
    record Name(EnvironmentId environment, String probe) {}

    /** That what is said of an environment is another, or that it began to flap. */
    record Turn(HealthState before, HealthState after) {}

    /** Takes what was seen; how many environments are another than before. */
    int take(List<Observation> seen, Map<Name, ProbeState.Pace> paces) {
        Map<EnvironmentId, List<Observation>> byEnvironment = seen.stream()
                .collect(Collectors.groupingBy(
                        Observation::environment,
                        () -> new TreeMap<>((one, other) -> one.value().compareTo(other.value())),
                        Collectors.toList()));
        Map<EnvironmentId, Map<String, ProbeState>> probes = probes(byEnvironment.keySet());
        Map<EnvironmentId, HealthState> states = states(byEnvironment.keySet());
        byEnvironment.forEach((environment, its) -> {
            Map<String, ProbeState> known = probes.getOrDefault(environment, new LinkedHashMap<>());
            Optional<HealthState> before = Optional.ofNullable(states.get(environment));
            Optional<HealthState> after = before;
            for (Observation one : its) {
                ProbeState old = known.get(one.probe());
                ProbeState.Pace pace = paces.getOrDefault(new Name(environment, one.probe()), ProbeState.Pace.USUAL);
                ProbeState next = old == null ? ProbeState.first(one, pace) : old.after(one, pace);
                if (next.equals(old)) {
                    continue;
                }
                known.put(one.probe(), next);
                if (old != null && otherTree(old, next)) {
                    Tree.of(next).ifPresent(trees::add);
                }
                after = combined(environment, known.values(), after, one.at());
                after = deployed(one, after);
            }
            known.values().stream()
                    .filter(probe -> its.stream().anyMatch(one -> one.probe().equals(probe.probe())))
                    .forEach(rows::put);
            keep(before, after);
        });
        return tell();
    }

    /** Looks at those again, since time went on; how many are another than before. */
    int look(Collection<EnvironmentId> environments) {
        Map<EnvironmentId, Map<String, ProbeState>> probes = probes(environments);
        states(environments).forEach((environment, before) -> {
            List<ProbeState> known = probes.getOrDefault(environment, Map.of()).values().stream()
                    .map(probe -> probe.at(now))
                    .toList();
            known.forEach(rows::put);
            keep(Optional.of(before), combined(environment, known, Optional.of(before), now));
        });
        tell();
        return environments.size();
    }

    /** What is read of a tree for the first time is no news. */
    private static boolean otherTree(ProbeState before, ProbeState after) {
        return before.tree().isPresent()
                && !before.tree().map(Tree.Seen::state).equals(after.tree().map(Tree.Seen::state));
    }

    private Optional<HealthState> combined(
            EnvironmentId environment, Collection<ProbeState> probes, Optional<HealthState> before, Instant at) {
        Optional<Combined> combined = Combined.of(List.copyOf(probes), at);
        return combined.map(to -> before.map(state -> state.calmed(to, at).turned(to, at))
                        .orElseGet(() -> HealthState.first(environment, to)))
                .or(() -> before);
    }

    /** What was there at the first look was no deploy that anybody saw. */
    private Optional<HealthState> deployed(Observation seen, Optional<HealthState> state) {
        if (seen.deployed().isEmpty() || state.isEmpty()) {
            return state;
        }
        Deployed what = seen.deployed().get();
        Optional<Deploy> known = state.get().deploy();
        if (known.isEmpty()) {
            return state.map(it -> it.with(new Deploy(what, Optional.empty())));
        }
        if (!what.differs(known.get().what())) {
            return state;
        }
        rows.put(new DeployChange(seen.environment(), seen.at(), what));
        return state.map(it -> it.with(new Deploy(what, Optional.of(seen.at()))));
    }

    private void keep(Optional<HealthState> before, Optional<HealthState> after) {
        if (after.isEmpty() || after.equals(before)) {
            return;
        }
        HealthState next = after.get();
        boolean changed = before.filter(
                        it -> it.health() == next.health() && it.since().equals(next.since()))
                .isEmpty();
        rows.put(next, changed);
        boolean unsteady = next.flapping().isPresent()
                && before.flatMap(HealthState::flapping).isEmpty();
        if (changed || unsteady) {
            turns.add(new Turn(before.orElse(next), next));
        }
    }

    private int tell() {
        if (!turns.isEmpty()) {
            new Telling(tx, catalog, ids, now).tell(turns);
        }
        trees.forEach(tree -> Watchers.tell(tx, catalog, tree, now));
        return turns.size();
    }

    private Map<EnvironmentId, HealthState> states(Collection<EnvironmentId> environments) {
        return rows.states(environments).stream()
                .collect(Collectors.toMap(
                        HealthState::environment, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private Map<EnvironmentId, Map<String, ProbeState>> probes(Collection<EnvironmentId> environments) {
        Map<EnvironmentId, Map<String, ProbeState>> probes = new LinkedHashMap<>();
        rows.probes(environments)
                .forEach(probe -> probes.computeIfAbsent(probe.environment(), id -> new LinkedHashMap<>())
                        .put(probe.probe(), probe));
        return probes;
    }
}
