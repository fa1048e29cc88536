package dibs.backend.environment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environments that have little more than a name. */
final class Things {
    private Things() {}

    static EnvironmentId id(String value) {
        return new EnvironmentId(value);
    }

    static Edge edge(String from, String to, Edge.Sort sort, Edge.Evidence evidence) {
        return new Edge(id(from), id(to), sort, evidence);
    }

    static Catalog catalog(Collection<Environment> environments, Collection<Edge> edges) {
        return new Catalog(
                environments,
                Map.of(),
                new Environment.Guidance(Limits.BUILT_IN, List.of(), List.of()),
                new Edges(edges));
    }

    static Environment service(String id, Tier tier) {
        return made(id, Kind.SERVICE, Optional.of(tier), List.of(), List.of(), List.of(), Optional.empty());
    }

    static Environment retired(String id, Tier tier) {
        return made(
                id,
                Kind.SERVICE,
                Optional.of(tier),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new Environment.Retired(LocalDate.parse("2026-11-01"), List.of())));
    }

    /** A tree whose tier nobody has written down. */
    static Environment tree(String id, String level) {
        return made(
                id,
                Kind.TREE,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new Environment.BranchLevel("main", level)),
                Optional.empty());
    }

    static Environment set(String id, List<String> members, List<String> parts) {
        return made(
                id,
                Kind.DEV_SET,
                Optional.of(Tier.DEV),
                members.stream().map(Things::id).toList(),
                parts.stream().map(Things::id).toList(),
                List.of(),
                Optional.empty());
    }

    private static Environment made(
            String id,
            Kind kind,
            Optional<Tier> tier,
            List<EnvironmentId> members,
            List<EnvironmentId> parts,
            List<Environment.BranchLevel> levels,
            Optional<Environment.Retired> retired) {
        return new Environment(
                id(id),
                kind,
                id,
                Mode.NONE,
                tier,
                new Environment.Belongs(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Environment.Naming(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        List.of()),
                new Environment.Levels(levels, List.of(), Optional.empty()),
                new Environment.Contact(Optional.empty(), List.of(), List.of()),
                List.of(),
                members,
                parts,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                retired,
                new Environment.Guidance(Limits.BUILT_IN, List.of(), List.of()),
                List.of(),
                Optional.empty());
    }
}
