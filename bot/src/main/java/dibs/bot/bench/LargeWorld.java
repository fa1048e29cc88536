package dibs.bot.bench;

import dibs.backend.environment.Edge;
import dibs.backend.environment.Edges;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.Subject;
import dibs.backend.policy.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A world made of copies of another's things, each copy using some others: nothing in it is drawn by lot. */
final class LargeWorld {
    private static final int STRIDE = 997; // prime, so that the links of one thing lead far apart

    private LargeWorld() {}

    /**
     * @param things how many there are
     * @param links how many others each of them uses
     */
    static World of(World small, int things, int links) {
        List<Subject> templates = List.copyOf(small.subjects().values());
        List<EnvironmentId> ids = new ArrayList<>();
        Map<EnvironmentId, Subject> subjects = new LinkedHashMap<>();
        for (int i = 0; i < things; i++) {
            EnvironmentId id = new EnvironmentId("thing-" + i);
            ids.add(id);
            subjects.put(id, copy(templates.get(i % templates.size()), id));
        }
        List<Edge> edges = new ArrayList<>();
        Edge.Sort[] sorts = Edge.Sort.values();
        for (int i = 0; i < things; i++) {
            for (int link = 1; link <= links; link++) {
                EnvironmentId to = ids.get((i + link * STRIDE) % things);
                edges.add(new Edge(ids.get(i), to, sorts[(i + link) % sorts.length], Edge.Evidence.USED));
            }
        }
        return new World(subjects, new Edges(edges), Map.of());
    }

    private static Subject copy(Subject template, EnvironmentId id) {
        return new Subject(id, id.value(), template.attributes(), template.open());
    }
}
