package dibs.backend.policy;

import dibs.backend.environment.Edge;
import dibs.backend.environment.EnvironmentId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What leads to things of a sort, by links that carry an outage back and are more than permitted; found once, for every
 * question. A thing of that sort does not count for itself.
 */
final class Reach {
    private final Map<EnvironmentId, EnvironmentId> next = new HashMap<>();

    /** @param targets what is looked for */
    Reach(World world, Set<EnvironmentId> targets) {
        Deque<EnvironmentId> frontier = new ArrayDeque<>(targets);
        while (!frontier.isEmpty()) {
            EnvironmentId reached = frontier.removeFirst();
            for (Edge edge : world.edges().to(reached)) {
                if (carries(edge) && !targets.contains(edge.from()) && next.putIfAbsent(edge.from(), reached) == null) {
                    frontier.addLast(edge.from());
                }
            }
        }
    }

    private static boolean carries(Edge edge) {
        return edge.sort().carriesBack() && edge.evidence() != Edge.Evidence.PERMITTED;
    }

    /** Whether it leads there. */
    boolean from(EnvironmentId id) {
        return next.containsKey(id);
    }

    /** The shortest way there, without the start; empty where there is none. */
    List<EnvironmentId> path(EnvironmentId id) {
        List<EnvironmentId> path = new ArrayList<>();
        for (EnvironmentId at = next.get(id); at != null; at = next.get(at)) {
            path.add(at);
        }
        return path;
    }
}
