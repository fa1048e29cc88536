package dibs.backend.policy;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Edge;
import dibs.backend.environment.Edges;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules are asked about: everything that has a name, and who uses what. Immutable.
 *
 * @param subjects by id, in the catalog's order
 * @param instead what the catalog names to use instead of something, by its id
 */
public record World(
        Map<EnvironmentId, Subject> subjects, Edges edges, Map<EnvironmentId, List<EnvironmentId>> instead) {
    public World {
        subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
        instead = Collections.unmodifiableMap(new LinkedHashMap<>(instead));
    }

    /** The catalog as the rules see it; what is retired is not there, and nothing leads through it. */
    public static World of(Catalog catalog) {
        Map<EnvironmentId, Subject> subjects = new LinkedHashMap<>();
        Map<EnvironmentId, List<EnvironmentId>> instead = new LinkedHashMap<>();
        for (Environment environment : catalog.environments()) {
            if (environment.retired().isEmpty()) {
                subjects.put(environment.id(), Subjects.of(environment, Optional.empty()));
                instead.put(environment.id(), environment.use());
            }
        }
        List<Edge> edges = catalog.edges().all().stream()
                .filter(edge -> subjects.containsKey(edge.from()) && subjects.containsKey(edge.to()))
                .toList();
        return new World(subjects, new Edges(edges), instead);
    }
}
