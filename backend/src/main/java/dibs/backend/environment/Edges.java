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

    private final Map<EnvironmentId, List<Edge>> from = new LinkedHashMap<>();
    private final Map<EnvironmentId, List<Edge>> to = new LinkedHashMap<>();

    /** @param edges in the order that answers keep */
    public Edges(Collection<Edge> edges) {
        for (Edge edge : edges) {
            from.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
            to.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge);
        }
    }

    /** What it uses. */
    public List<Edge> from(EnvironmentId id) {
        return List.copyOf(from.getOrDefault(id, List.of()));
    }

    /** What uses it. */
    public List<Edge> to(EnvironmentId id) {
        return List.copyOf(to.getOrDefault(id, List.of()));
    }
}
