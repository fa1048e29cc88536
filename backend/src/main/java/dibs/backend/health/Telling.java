package dibs.backend.health;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.IncidentLine.What;
import dibs.backend.notice.Notice;
import dibs.backend.transaction.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes incidents and notices of what changed, inside the transaction of the change. What is first known of an environment is told
 * nobody, nor that it became unknown: only what differs from the last that was told.
 */
final class Telling {
    /** What fails again so soon goes on with the incident that it had. */
    private static final Duration AGAIN = Duration.ofMinutes(30);

    private final HealthTx tx;
    private final HealthRows rows;
    private final Catalog catalog;
    private final IdSource ids;
    private final Instant now;
    private final Map<EnvironmentId, HealthState> states;
    private final Causes causes;

    Telling(HealthTx tx, Catalog catalog, IdSource ids, Instant now) {
        this.tx = tx;
        this.rows = tx.health();
        this.catalog = catalog;
        this.ids = ids;
        this.now = now;
        this.states = rows.states().stream()
                .collect(Collectors.toMap(
                        HealthState::environment, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.causes = new Causes(catalog, states);
    }

    /** Tells of those; causes before their symptoms, so that these find the incident that they belong to. */
    void tell(List<Round.Turn> turns) {
        turns.stream()
                .sorted(Comparator.comparing(
                        turn -> causes.of(turn.after().environment()).isPresent()))
                .forEach(this::tell);
    }

    private void tell(Round.Turn turn) {
        HealthState state = turn.after();
        boolean silent = state.health() == Health.UNKNOWN || (state.health().bad() && !state.bad());
        if (silent) {
            return;
        }
        boolean unsteady =
                state.flapping().isPresent() && turn.before().flapping().isEmpty();
        if (state.told().isEmpty()) {
            keep(state.told(state.health(), state.incident()));
            return;
        }
        boolean other = !state.told().equals(Optional.of(state.health()));
        if (!other && !unsteady) {
            return;
        }
        HealthState next = state.told(state.health(), other ? incident(state) : state.incident());
        keep(next);
        if (unsteady) {
            next.incident().ifPresent(id -> add(id, What.FLAPPING, next));
        }
        close(state, next);
        tellWatchers(next, unsteady);
    }

    private void keep(HealthState state) {
        states.put(state.environment(), state);
        rows.put(state, false);
    }

    /** The incident that it is part of from now on; nothing once it is well. */
    private Optional<String> incident(HealthState state) {
        if (state.incident().isPresent()) {
            add(state.incident().get(), What.TURNED, state);
            return state.bad() ? state.incident() : Optional.empty();
        }
        if (!state.bad()) {
            return Optional.empty();
        }
        String id = causes.of(state.environment())
                .flatMap(cause -> Optional.ofNullable(states.get(cause)).flatMap(HealthState::incident))
                .or(() -> late(state))
                .or(() -> again(state))
                .orElseGet(() -> opened(state));
        add(id, What.TURNED, state);
        return Optional.of(id);
    }

    /** It is the cause of what was told before: the oldest such incident becomes its own, the others hear of it. */
    private Optional<String> late(HealthState state) {
        EnvironmentId cause = state.environment();
        List<Incident> symptoms = rows.incidents(now).stream()
                .filter(incident -> incident.closed().isEmpty())
                .filter(incident -> causes.of(incident.root()).equals(Optional.of(cause)))
                .toList();
        symptoms.forEach(incident -> {
            rows.put(new Incident(incident.id(), cause, incident.opened(), Optional.empty(), List.of()));
            add(incident.id(), What.CAUSE, state);
        });
        return symptoms.stream().findFirst().map(Incident::id);
    }

    private Optional<String> again(HealthState state) {
        return rows.lastIncident(state.environment())
                .filter(incident -> incident.closed().isEmpty()
                        || incident.closed().get().plus(AGAIN).isAfter(now))
                .map(incident -> {
                    rows.put(new Incident(
                            incident.id(), incident.root(), incident.opened(), Optional.empty(), List.of()));
                    return incident.id();
                });
    }

    private String opened(HealthState state) {
        String id = ids.next();
        EnvironmentId root = causes.of(state.environment()).orElse(state.environment());
        rows.put(new Incident(id, root, now, Optional.empty(), List.of()));
        return id;
    }

    private void add(String incident, What what, HealthState state) {
        int number = rows.lines(incident) + 1;
        rows.add(
                incident,
                new IncidentLine(
                        number,
                        now,
                        what,
                        state.environment(),
                        state.health(),
                        state.sentence(),
                        state.deployedLately(now)));
    }

    /** An incident is over with the last that was part of it. */
    private void close(HealthState before, HealthState after) {
        if (before.incident().isPresent()
                && after.incident().isEmpty()
                && rows.members(before.incident().get()) == 0) {
            rows.close(before.incident().get(), now);
        }
    }

    private void tellWatchers(HealthState state, boolean unsteady) {
        Notice notice = new Notice.HealthChanged(
                state.environment(),
                state.health().word(),
                state.since(),
                state.sentence(),
                state.deployedLately(now),
                unsteady,
                causes.of(state.environment()));
        Watchers.tell(tx, catalog, state.environment(), notice, now);
    }
}
