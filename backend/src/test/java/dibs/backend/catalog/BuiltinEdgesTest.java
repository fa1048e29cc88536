package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Edge;
import dibs.backend.environment.Edge.Evidence;
import dibs.backend.environment.Edge.Sort;
import dibs.backend.environment.Environment;
import dibs.backend.environment.Environment.Belongs;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Tier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltinEdgesTest {
    private static final Catalog CATALOG = Catalogs.builtin();

    @Test
    void bothEndsOfEveryEdgeAreThereAndItSaysWhereItWasRead() {
        assertThat(CATALOG.edges().all()).hasSize(1052).allSatisfy(edge -> {
            assertThat(List.of(edge.from(), edge.to())).allSatisfy(end -> {
                Environment environment = CATALOG.find(end).orElseThrow();
                assertThat(environment.retired()).isEmpty();
                assertThat(environment.kind()).isNotEqualTo(Kind.MISSING);
            });
            assertThat(edge.sources()).isNotEmpty();
        });
    }

    @Test
    void nothingOfProductionHangsOnATestEnvironment() {
        assertThat(CATALOG.edges().all())
                .filteredOn(edge -> edge.sort().carriesBack() && edge.evidence() != Evidence.PERMITTED)
                .filteredOn(edge -> tier(edge.from()) == Tier.PRODUCTION)
                .noneMatch(edge -> tier(edge.to()) == Tier.STAGING || tier(edge.to()) == Tier.DEV);
    }

    /** Its promotion goes through a dep pool, as the CI configuration itself says. */
    @Test
    void byWayOfOtherThingsOneTreeOfProductionDoes() {
        assertThat(CATALOG.environments())
                .filteredOn(environment -> environment.tier().equals(Optional.of(Tier.PRODUCTION)))
                .filteredOn(environment -> reached(environment.id()).stream()
                        .anyMatch(id -> tier(id) == Tier.STAGING || tier(id) == Tier.DEV))
                .extracting(environment -> environment.id().value())
                .containsExactly("mozilla-vpn-client");
    }

    @Test
    void everyWorkerPoolTakesItsTasksSomewhere() {
        assertThat(CATALOG.environments())
                .filteredOn(environment -> environment.kind() == Kind.WORKER_POOL
                        && environment.retired().isEmpty())
                .hasSize(121 + 23)
                .allSatisfy(pool -> assertThat(between(pool.id().value(), "taskcluster-firefoxci"))
                        .extracting(Edge::sort)
                        .containsExactly(Sort.DEPENDS_ON));
    }

    @Test
    void everyTreeAndStagingRepositoryIsBuiltAndKeptSomewhere() {
        assertThat(CATALOG.environments())
                .filteredOn(environment -> environment.kind() == Kind.TREE || environment.kind() == Kind.STAGING_REPO)
                .hasSize(80)
                .allSatisfy(tree -> {
                    String keeper = "hg".equals(tree.facts().get("vcs")) ? "hg-prod" : "github-prod-repos";
                    assertThat(between(tree.id().value(), "taskcluster-firefoxci"))
                            .hasSize(1);
                    assertThat(between(tree.id().value(), keeper)).hasSize(1);
                });
    }

    @Test
    void everySigningPoolOnKubernetesSignsWithProductionAutographAndOnlyThoseBelowLevelThreeMayWithItsStage() {
        List<Environment> pools = pools(belongs -> belongs.script().equals(Optional.of("signing")));
        assertThat(pools).hasSize(24).allSatisfy(pool -> {
            boolean shipping = pool.tier().equals(Optional.of(Tier.PRODUCTION));
            assertThat(between(pool.id().value(), "autograph-prod"))
                    .extracting(Edge::evidence)
                    .containsExactly(Evidence.WIRED);
            assertThat(between(pool.id().value(), "digicert-timestamp")).hasSize(1);
            assertThat(between(pool.id().value(), "autograph-stage"))
                    .extracting(Edge::evidence)
                    .isEqualTo(shipping ? List.of() : List.of(Evidence.PERMITTED));
        });
    }

    @Test
    void everyTreeOfLevelThreeWithASigningPoolForItsPushesUsesIt() {
        assertThat(CATALOG.environments())
                .filteredOn(tree -> tree.kind() == Kind.TREE && tree.tier().equals(Optional.of(Tier.PRODUCTION)))
                .filteredOn(tree -> Set.of("gecko", "comm")
                        .contains(tree.belongs().trustDomain().orElse("")))
                .hasSize(16)
                .allSatisfy(tree -> assertThat(between(
                                tree.id().value(), tree.belongs().trustDomain().orElseThrow() + "-t-signing"))
                        .extracting(Edge::evidence)
                        .containsExactly(Evidence.USED));
    }

    @ParameterizedTest
    @CsvSource({
        "addon, amo-stage, amo-prod",
        "balrog, balrog-stage, balrog-prod",
        "bouncer, bouncer-dev, bouncer-prod",
        "lando, lando-stage, lando-prod",
        "shipit, shipit-staging, shipit-prod",
        "github, github-staging-repos, github-prod-repos"
    })
    void aPoolWritesToTheEnvironmentOfItsLevel(String script, String stage, String production) {
        assertThat(pools(belongs -> belongs.script().equals(Optional.of(script))))
                .isNotEmpty()
                .allSatisfy(pool -> {
                    boolean shipping = pool.levels().pool().equals(Optional.of("3"));
                    assertThat(between(pool.id().value(), shipping ? production : stage))
                            .extracting(Edge::sort, Edge::evidence)
                            .contains(tuple(Sort.WRITES, Evidence.WIRED));
                    assertThat(between(pool.id().value(), shipping ? stage : production))
                            .noneMatch(edge -> edge.evidence() != Evidence.PERMITTED);
                });
    }

    @Test
    void whatAPoolHasSwitchedOffItDoesNotUse() {
        assertThat(pools(belongs -> true))
                .filteredOn(pool -> pool.facts().containsKey("switched_off"))
                .hasSize(12)
                .allSatisfy(pool -> {
                    for (String store :
                            pool.facts().getOrDefault("switched_off", "").split(" ")) {
                        assertThat(CATALOG.find(new EnvironmentId(store))).isPresent();
                        assertThat(between(pool.id().value(), store)).isEmpty();
                    }
                });
    }

    @Test
    void theStageOfTreeherderOnlyGetsCopies() {
        assertThat(CATALOG.edges().to(new EnvironmentId("treeherder-stage")))
                .isNotEmpty()
                .allMatch(edge -> edge.sort() == Sort.COPIES_TO);
    }

    private static List<Environment> pools(Predicate<Belongs> test) {
        return CATALOG.environments().stream()
                .filter(environment ->
                        environment.naming().workerType().orElse("").startsWith("scriptworker-k8s/"))
                .filter(environment -> test.test(environment.belongs()))
                .toList();
    }

    private static List<Edge> between(String from, String to) {
        return CATALOG.edges().from(new EnvironmentId(from)).stream()
                .filter(edge -> edge.to().value().equals(to))
                .toList();
    }

    /** What its outage depends on, by edges that are more than permitted. */
    private static Set<EnvironmentId> reached(EnvironmentId start) {
        Set<EnvironmentId> reached = new HashSet<>();
        Deque<EnvironmentId> left = new ArrayDeque<>(List.of(start));
        while (!left.isEmpty()) {
            CATALOG.edges().from(left.poll()).stream()
                    .filter(edge -> edge.sort().carriesBack() && edge.evidence() != Evidence.PERMITTED)
                    .map(Edge::to)
                    .filter(reached::add)
                    .forEach(left::add);
        }
        return reached;
    }

    private static Tier tier(EnvironmentId id) {
        return CATALOG.find(id).orElseThrow().tier().orElse(Tier.DEV);
    }
}
