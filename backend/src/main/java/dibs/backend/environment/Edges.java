package dibs.backend.environment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who uses what, as far as the catalog knows: silence says nothing. Immutable. */
public final class Edges {
    /** No edge at all. */
    public static final Edges NONE = new Edges(List.of());

    private final List<Edge> all;
    private final Map<EnvironmentId, List<Edge>> from = new LinkedHashMap<>();
    private final Map<EnvironmentId, List<Edge>> to = new LinkedHashMap<>();

    /** @param edges in the order that answers keep */
    public Edges(Collection<Edge> edges) {
        all = List.copyOf(edges);
        for (Edge edge : all) {
            from.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
            to.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge);
        }
        from.replaceAll((id, its) -> List.copyOf(its));
        to.replaceAll((id, its) -> List.copyOf(its));
    }

    /** Every edge, in the catalog's order. */
    public List<Edge> all() {
        return all;
    }

    /** What it uses. */
    public List<Edge> from(EnvironmentId id) {
        return from.getOrDefault(id, List.of());
    }

    /** What uses it. */
    public List<Edge> to(EnvironmentId id) {
        return to.getOrDefault(id, List.of());
    }
}
