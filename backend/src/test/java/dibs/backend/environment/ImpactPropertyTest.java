package dibs.backend.environment;

import static dibs.backend.environment.Things.catalog;
import static dibs.backend.environment.Things.id;
import static dibs.backend.environment.Things.service;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Edge.Evidence;
import dibs.backend.environment.Impact.Affected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ImpactPropertyTest {
    private static final int THINGS = 9;
    private static final List<Tier> TIERS = List.of(Tier.PRODUCTION, Tier.DEV, Tier.STAGING, Tier.DEPEND);
    private static final List<Environment> ENVIRONMENTS = IntStream.range(0, THINGS)
            .mapToObj(index -> service("x" + index, TIERS.get(index % 4)))
            .toList();
    private static final EnvironmentId DOWN = id("x0");

    @Property
    void whateverLeadsThereIsListedOnceAndNothingElse(@ForAll("graphs") List<Edge> edges) {
        assertThat(impact(edges).affected())
                .extracting(one -> one.environment().id())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        distances(edges, edge -> edge.sort().carriesBack()).keySet());
    }

    @Property
    void whatIsCertainLeadsThereByMoreThanPermissionsOnAShortestPath(@ForAll("graphs") List<Edge> edges) {
        Map<EnvironmentId, Integer> expected = distances(edges, ImpactPropertyTest::isSure);
        assertThat(impact(edges).affected().stream()
                        .filter(Affected::certain)
                        .collect(Collectors.toMap(one -> one.environment().id(), Affected::distance)))
                .isEqualTo(expected);
    }

    @Property
    void everyPathIsThereCarriesBackAndIsAsWellKnownAsItSays(@ForAll("graphs") List<Edge> edges) {
        Impact impact = impact(edges);
        assertThat(impact.affected()).allSatisfy(one -> {
            List<Edge> path = impact.path(one.environment().id());
            assertThat(edges).containsAll(path);
            assertThat(path)
                    .hasSize(one.distance())
                    .allMatch(edge -> edge.sort().carriesBack())
                    .first()
                    .isEqualTo(one.ways().getFirst());
            EnvironmentId at = one.environment().id();
            for (Edge edge : path) {
                assertThat(edge.from()).isEqualTo(at);
                at = edge.to();
            }
            assertThat(at).isEqualTo(DOWN);
            assertThat(path.stream().map(Edge::evidence).min(Comparator.naturalOrder()))
                    .contains(one.evidence());
            assertThat(one.evidence() != Evidence.PERMITTED).isEqualTo(one.certain());
        });
    }

    @Property
    void everyWayIsTheBeginningOfAPathOfTheSameLength(@ForAll("graphs") List<Edge> edges) {
        Impact impact = impact(edges);
        assertThat(impact.affected())
                .allSatisfy(one -> assertThat(one.ways()).allSatisfy(way -> {
                    assertThat(edges).contains(way);
                    assertThat(way.from()).isEqualTo(one.environment().id());
                    assertThat(impact.path(way.to())).hasSize(one.distance() - 1);
                }));
    }

    @Property
    void oneMoreEdgeNeverTakesAnybodyOutOfTheListOrMakesThemLessCertain(
            @ForAll("graphs") List<Edge> edges, @ForAll("edges") Edge another) {
        Impact before = impact(edges);
        List<Edge> more = new ArrayList<>(edges);
        more.add(another);
        Impact after = impact(more);
        assertThat(ids(after, any -> true)).containsAll(ids(before, any -> true));
        assertThat(ids(after, Affected::certain)).containsAll(ids(before, Affected::certain));
    }

    @Property
    void tiersComeInOrderAndInEachTheCertainFirst(@ForAll("graphs") List<Edge> edges) {
        assertThat(impact(edges).affected())
                .isSortedAccordingTo(
                        Comparator.<Affected, Tier>comparing(one -> one.tier().orElseThrow())
                                .thenComparing(one -> !one.certain()));
    }

    @Provide
    Arbitrary<List<Edge>> graphs() {
        return edges().list().ofMaxSize(25);
    }

    @Provide
    Arbitrary<Edge> edges() {
        Arbitrary<EnvironmentId> ends =
                Arbitraries.integers().between(0, THINGS - 1).map(index -> id("x" + index));
        return Combinators.combine(ends, ends, Arbitraries.of(Edge.Sort.class), Arbitraries.of(Evidence.class))
                .as(Edge::new);
    }

    private static Impact impact(List<Edge> edges) {
        return Impact.of(ENVIRONMENTS.getFirst(), catalog(ENVIRONMENTS, edges));
    }

    private static Set<EnvironmentId> ids(Impact impact, Predicate<Affected> which) {
        return impact.affected().stream()
                .filter(which)
                .map(one -> one.environment().id())
                .collect(Collectors.toSet());
    }

    private static boolean isSure(Edge edge) {
        return edge.sort().carriesBack() && edge.evidence() != Evidence.PERMITTED;
    }

    /** By Bellman and Ford: slow, and nothing like what is tested. */
    private static Map<EnvironmentId, Integer> distances(List<Edge> edges, Predicate<Edge> counts) {
        int[] distance = new int[THINGS];
        Arrays.fill(distance, THINGS);
        distance[0] = 0;
        for (int round = 0; round < THINGS; round++) {
            for (Edge edge : edges) {
                if (counts.test(edge)) {
                    int from = index(edge.from());
                    distance[from] = Math.min(distance[from], distance[index(edge.to())] + 1);
                }
            }
        }
        Map<EnvironmentId, Integer> found = new TreeMap<>();
        for (int index = 1; index < THINGS; index++) {
            if (distance[index] < THINGS) {
                found.put(id("x" + index), distance[index]);
            }
        }
        return found;
    }

    private static int index(EnvironmentId id) {
        return Integer.parseInt(id.value().substring(1));
    }
}
