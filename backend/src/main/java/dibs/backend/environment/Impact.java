package dibs.backend.environment;

import dibs.backend.environment.Edge.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is affected when an environment is down, as far as the catalog knows: whatever leads to it by edges that carry an
 * outage back. What a set stands for is down with it. The time it takes grows with the number of edges, circles are
 * fine, and the same catalog gives the same order. Immutable.
 */
public final class Impact {
    private final Environment down;
    private final List<Affected> affected;
    private final List<Edge> copies;
    /** The first link of the best known of the shortest paths, by what is affected. */
    private final Map<EnvironmentId, Edge> next = new HashMap<>();

    /**
     * One that is affected.
     *
     * @param tier its tier, where it has one; a tree of SCM level 3 is production
     * @param certain whether some path is more than permitted all along; else it is affected only if it, or one on its
     *     path, makes use of a permission
     * @param evidence the weakest along its path; of several shortest paths, of the best known one
     * @param distance the number of edges of its shortest path, at least 1. Where it is certain, of the paths that are
     *     more than permitted; else of those that go on as the path of the first certain one that they come to
     * @param ways the first edge of each of its shortest paths, the best known first
     */
    public record Affected(
            Environment environment,
            Optional<Tier> tier,
            boolean certain,
            Evidence evidence,
            int distance,
            List<Edge> ways) {
        public Affected {
            ways = List.copyOf(ways);
        }
    }

    private Impact(Environment down, List<Affected> affected, List<Edge> copies) {
        this.down = down;
        this.affected = List.copyOf(affected);
        this.copies = List.copyOf(copies);
        affected.forEach(one -> next.put(one.environment().id(), one.ways().getFirst()));
    }

    /** What is affected when that environment is down. */
    public static Impact of(Environment down, Catalog catalog) {
        Set<EnvironmentId> gone = catalog.standingFor(down);
        Map<EnvironmentId, ImpactSearch.Found> found = ImpactSearch.from(gone, catalog);
        List<Affected> affected = new ArrayList<>();
        // In the catalog's order, which the sort keeps among equals.
        for (Environment environment : catalog.environments()) {
            Optional.ofNullable(found.get(environment.id()))
                    .ifPresent(user -> affected.add(new Affected(
                            environment,
                            tier(environment),
                            user.certain(),
                            user.evidence(),
                            user.distance(),
                            user.ways())));
        }
        affected.sort(Comparator.<Affected, Boolean>comparing(one -> one.tier().isEmpty())
                .thenComparing(one -> one.tier().orElse(Tier.DEV))
                .thenComparing(one -> !one.certain())
                .thenComparing(one -> one.environment().kind() != Kind.TREE)
                .thenComparingInt(Affected::distance));
        List<Edge> copies = gone.stream()
                .flatMap(id -> catalog.links().to(id).stream())
                .filter(edge -> !edge.sort().carriesBack() && !gone.contains(edge.from()))
                .toList();
        return new Impact(down, affected, copies);
    }

    /** What is down. */
    public Environment down() {
        return down;
    }

    /**
     * Each that is affected, once: production first, then depend, staging, dev; in a tier the certain first, of these the
     * trees, whose closing all notice, then the near.
     */
    public List<Affected> affected() {
        return affected;
    }

    /** The copies that are sent to it, one-way: nothing waits for them. */
    public List<Edge> copies() {
        return copies;
    }

    /** Whether the catalog knows nothing that an outage would reach. That says nothing about what there is. */
    public boolean silent() {
        return affected.isEmpty();
    }

    /** A shortest path, edge by edge, from one that is affected to what is down; empty where it is not affected. */
    public List<Edge> path(EnvironmentId from) {
        List<Edge> path = new ArrayList<>();
        for (Edge edge = next.get(from); edge != null; edge = next.get(edge.to())) {
            path.add(edge);
        }
        return Collections.unmodifiableList(path);
    }

    private static Optional<Tier> tier(Environment environment) {
        boolean ships = environment.levels().scm().stream()
                .anyMatch(level -> level.level().equals("3"));
        return ships ? Optional.of(Tier.PRODUCTION) : environment.tier();
    }
}
