package dibs.backend.policy;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Edge;
import dibs.backend.environment.Edges;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Limits;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Small catalogs at random: things of every sort, and who uses what, in circles too. They shrink to one plain thing. */
final class RandomWorlds {
    /** Services that things may belong to. */
    static final List<String> SERVICES = List.of("bank", "till");

    /** Products that things may be part of. */
    static final List<String> PRODUCTS = List.of("bread", "wine");

    private static final int MOST = 5;

    private RandomWorlds() {}

    /** The world of a catalog; the first thing in it is never retired. */
    static Arbitrary<World> worlds() {
        return Combinators.combine(
                        things().list().ofMinSize(1).ofMaxSize(MOST).withSizeDistribution(RandomDistribution.uniform()),
                        edges().list().ofMaxSize(8).withSizeDistribution(RandomDistribution.uniform()))
                .as((things, edges) -> World.of(catalog(things, edges)));
    }

    private static Catalog catalog(List<Thing> things, List<Edge> edges) {
        List<Environment> environments = new ArrayList<>();
        for (int index = 0; index < things.size(); index++) {
            environments.add(things.get(index).environment(id(index), index > 0));
        }
        List<Edge> within = edges.stream()
                .filter(edge -> environments.stream().anyMatch(it -> it.id().equals(edge.from())))
                .filter(edge -> environments.stream().anyMatch(it -> it.id().equals(edge.to())))
                .toList();
        return new Catalog(environments, Map.of(), guidance(), new Edges(within));
    }

    private static EnvironmentId id(int index) {
        return new EnvironmentId("x" + index);
    }

    /** An edge between things that may be there; nothing keeps it from being a circle or a repetition. */
    static Arbitrary<Edge> edges() {
        Arbitrary<EnvironmentId> ends =
                Arbitraries.integers().between(0, MOST - 1).map(RandomWorlds::id);
        return Combinators.combine(
                        ends,
                        ends,
                        Arbitraries.of(Edge.Sort.class),
                        Arbitraries.of(Edge.Evidence.WIRED, Edge.Evidence.USED, Edge.Evidence.PERMITTED))
                .as(Edge::new);
    }

    private static Arbitrary<Thing> things() {
        return Combinators.combine(
                        Arbitraries.of(Kind.SERVICE, Kind.WORKER_POOL, Kind.TREE, Kind.SET, Kind.ROLE, Kind.MISSING),
                        Arbitraries.of(Tier.class).optional(),
                        Arbitraries.of(List.of("3"), List.of("1"), List.of("3", "1")),
                        Arbitraries.of(SERVICES).optional(),
                        Arbitraries.of(PRODUCTS).optional(),
                        Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
                .as(Thing::new);
    }

    /** What a thing is. A tree with two levels leaves its own open, a set leaves its product open. */
    private record Thing(
            Kind kind,
            Optional<Tier> tier,
            List<String> levels,
            Optional<String> service,
            Optional<String> product,
            boolean retired) {
        Environment environment(EnvironmentId id, boolean mayBeRetired) {
            return new Environment(
                    id,
                    kind,
                    id.value(),
                    Mode.NONE,
                    tier,
                    new Environment.Belongs(service, Optional.empty(), Optional.empty(), product),
                    new Environment.Naming(
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(),
                            List.of(),
                            List.of()),
                    new Environment.Levels(branches(), List.of(), Optional.empty()),
                    new Environment.Contact(Optional.empty(), List.of(), List.of()),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    retired && mayBeRetired
                            ? Optional.of(new Environment.Retired(LocalDate.parse("2026-11-01"), List.of()))
                            : Optional.empty(),
                    guidance(),
                    List.of(),
                    releases());
        }

        private List<Environment.BranchLevel> branches() {
            return kind == Kind.TREE
                    ? levels.stream()
                            .map(level -> new Environment.BranchLevel("branch-" + level, level))
                            .toList()
                    : List.of();
        }

        private Optional<Environment.ReleaseSet> releases() {
            Environment.ReleaseParts none = new Environment.ReleaseParts(List.of(), List.of());
            return kind == Kind.SET
                    ? Optional.of(
                            new Environment.ReleaseSet(Map.of(PRODUCTS.get(0), none, PRODUCTS.get(1), none), List.of()))
                    : Optional.empty();
        }
    }

    private static Environment.Guidance guidance() {
        return new Environment.Guidance(Limits.BUILT_IN, List.of(), List.of());
    }
}
