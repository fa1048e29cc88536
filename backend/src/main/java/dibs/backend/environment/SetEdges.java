package dibs.backend.environment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The edges that follow from what sets consist of, so that nobody has to write them a second time. */
final class SetEdges {
    private SetEdges() {}

    /** From each set to its members, its parts, and what its releases claim and use. */
    static List<Edge> of(Collection<Environment> environments) {
        List<Edge> edges = new ArrayList<>();
        for (Environment set : environments) {
            set.members().forEach(member -> edges.add(edge(set, member, Edge.Evidence.WIRED, "one of its pools")));
            set.parts().forEach(part -> edges.add(edge(set, part, Edge.Evidence.WIRED, "one of its parts")));
            released(set).forEach(used -> edges.add(edge(set, used, Edge.Evidence.USED, "for a release")));
        }
        return edges;
    }

    private static Set<EnvironmentId> released(Environment set) {
        Set<EnvironmentId> released = new LinkedHashSet<>();
        set.releases().stream()
                .flatMap(releases -> releases.products().values().stream())
                .forEach(parts -> {
                    released.addAll(parts.claims());
                    released.addAll(parts.uses());
                });
        return released;
    }

    private static Edge edge(Environment set, EnvironmentId to, Edge.Evidence evidence, String note) {
        return new Edge(set.id(), to, Edge.Sort.DEPENDS_ON, evidence, Optional.of(note), set.sources());
    }
}
