package dibs.backend.health;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Edge;
import dibs.backend.environment.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose fault it is: an environment is a symptom where one that it uses, directly or through others, is no better and was not later.
 * What is known to pass carries no fault on; who only may use it is not counted; circles are fine.
 */
final class Causes {
    /** A dependency that turned so much later is still the cause: nobody looks at all at the same moment. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private final Catalog catalog;
    private final Map<EnvironmentId, HealthState> states;
    private final Map<EnvironmentId, Set<EnvironmentId>> direct = new HashMap<>();

    Causes(Catalog catalog, Map<EnvironmentId, HealthState> states) {
        this.catalog = catalog;
        this.states = states;
    }

    /** The one that is at the bottom of it; nothing where it is nobody's fault but its own, or nothing is wrong with it. */
    Optional<EnvironmentId> of(EnvironmentId id) {
        Set<EnvironmentId> beneath = beneath(id);
        return beneath.stream()
                .filter(one ->
                        beneath(one).stream().allMatch(other -> beneath(other).contains(one)))
                .min(Comparator.<EnvironmentId, Instant>comparing(this::since).thenComparing(EnvironmentId::value))
                .filter(one -> !one.equals(id));
    }

    private Instant since(EnvironmentId id) {
        HealthState state = states.get(id);
        return state == null ? Instant.MAX : state.since();
    }

    /** All that may be behind it; itself where it is part of a circle. */
    private Set<EnvironmentId> beneath(EnvironmentId id) {
        Set<EnvironmentId> found = new LinkedHashSet<>();
        Deque<EnvironmentId> left = new ArrayDeque<>(direct(id));
        while (!left.isEmpty()) {
            EnvironmentId one = left.removeFirst();
            if (found.add(one)) {
                left.addAll(direct(one));
            }
        }
        return found;
    }

    /** The nearest that may be behind it, through those of which nothing is known. */
    private Set<EnvironmentId> direct(EnvironmentId id) {
        return direct.computeIfAbsent(id, this::nearest);
    }

    private Set<EnvironmentId> nearest(EnvironmentId id) {
        Set<EnvironmentId> found = new LinkedHashSet<>();
        Optional<HealthState> symptom = Optional.ofNullable(states.get(id)).filter(HealthState::bad);
        if (symptom.isEmpty()) {
            return found;
        }
        Set<EnvironmentId> seen = new LinkedHashSet<>();
        Deque<EnvironmentId> left = new ArrayDeque<>();
        left.add(id);
        while (!left.isEmpty()) {
            for (Edge edge : catalog.links().from(left.removeFirst())) {
                if (!carries(edge) || !seen.add(edge.to())) {
                    continue;
                }
                HealthState there = states.get(edge.to());
                if (there == null || there.health() == Health.UNKNOWN) {
                    left.addLast(edge.to());
                } else if (explains(there, symptom.get())) {
                    found.add(edge.to());
                }
            }
        }
        return found;
    }

    private static boolean carries(Edge edge) {
        return edge.sort().carriesBack() && edge.evidence() != Edge.Evidence.PERMITTED;
    }

    private static boolean explains(HealthState cause, HealthState symptom) {
        boolean serious = !cause.works() || symptom.health() == Health.DEGRADED;
        return cause.bad() && serious && !cause.since().isAfter(symptom.since().plus(LATE));
    }
}
