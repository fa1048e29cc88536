package dibs.backend.environment;

import dibs.backend.environment.Edge.Evidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes against the edges from what is down, breadth first: first along those that are more than permitted, then along
 * the others too. Who is reached the first way is certain and keeps that path, so that each path goes on as the path of
 * whatever it comes to.
 */
final class ImpactSearch {
    private final Set<EnvironmentId> gone;
    private final Catalog catalog;
    private final Map<EnvironmentId, Found> found = new LinkedHashMap<>();

    private ImpactSearch(Set<EnvironmentId> gone, Catalog catalog) {
        this.gone = gone;
        this.catalog = catalog;
    }

    /** Whatever leads to what is gone. */
    static Map<EnvironmentId, Found> from(Set<EnvironmentId> gone, Catalog catalog) {
        ImpactSearch search = new ImpactSearch(gone, catalog);
        search.certain();
        search.perhaps();
        return search.found;
    }

    private void certain() {
        Deque<EnvironmentId> frontier = new ArrayDeque<>(gone);
        while (!frontier.isEmpty()) {
            step(frontier.removeFirst(), true, frontier);
        }
    }

    private void perhaps() {
        // Both are in the order of their distances, and so is what comes of taking the nearer of the two first.
        Deque<EnvironmentId> known = new ArrayDeque<>(gone);
        known.addAll(found.keySet());
        Deque<EnvironmentId> frontier = new ArrayDeque<>();
        while (!known.isEmpty() || !frontier.isEmpty()) {
            boolean knownIsNearer = frontier.isEmpty()
                    || (!known.isEmpty() && distance(known.getFirst()) <= distance(frontier.getFirst()));
            step(knownIsNearer ? known.removeFirst() : frontier.removeFirst(), false, frontier);
        }
    }

    private void step(EnvironmentId reached, boolean certain, Deque<EnvironmentId> frontier) {
        int distance = distance(reached) + 1;
        for (Edge edge : catalog.links().to(reached)) {
            if (!edge.sort().carriesBack()
                    || (certain && edge.evidence() == Evidence.PERMITTED)
                    || gone.contains(edge.from())
                    || !isThere(edge.from())) {
                continue;
            }
            Found user = found.get(edge.from());
            if (user == null) {
                user = new Found(certain, distance);
                found.put(edge.from(), user);
                frontier.addLast(edge.from());
            }
            if (user.certain == certain && user.distance == distance) {
                user.add(new Way(edge, weaker(edge)));
            }
        }
    }

    private int distance(EnvironmentId id) {
        Found there = found.get(id);
        return there == null ? 0 : there.distance;
    }

    private boolean isThere(EnvironmentId id) {
        return catalog.listed(id).filter(Nearest::isThere).isPresent();
    }

    /** The weakest evidence along the edge and the path that goes on from it. */
    private Evidence weaker(Edge edge) {
        Found on = found.get(edge.to());
        return on == null || edge.evidence().compareTo(on.evidence) < 0 ? edge.evidence() : on.evidence;
    }

    /** A first edge, and the weakest evidence of the path that begins with it. */
    private record Way(Edge edge, Evidence evidence) {}

    /** One that leads to what is gone. */
    static final class Found {
        private final boolean certain;
        private final int distance;
        private final List<Way> ways = new ArrayList<>();
        private Evidence evidence = Evidence.PERMITTED;

        private Found(boolean certain, int distance) {
            this.certain = certain;
            this.distance = distance;
        }

        private void add(Way way) {
            ways.add(way);
            if (way.evidence.compareTo(evidence) > 0) {
                evidence = way.evidence;
            }
        }

        boolean certain() {
            return certain;
        }

        int distance() {
            return distance;
        }

        /** The weakest along the best known path. */
        Evidence evidence() {
            return evidence;
        }

        /** The first edges of the paths, the best known first. */
        List<Edge> ways() {
            return ways.stream()
                    .sorted(Comparator.comparing(Way::evidence).reversed())
                    .map(Way::edge)
                    .toList();
        }
    }
}
