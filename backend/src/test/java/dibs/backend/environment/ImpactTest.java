package dibs.backend.environment;

import static dibs.backend.environment.Things.catalog;
import static dibs.backend.environment.Things.edge;
import static dibs.backend.environment.Things.id;
import static dibs.backend.environment.Things.retired;
import static dibs.backend.environment.Things.service;
import static dibs.backend.environment.Things.set;
import static dibs.backend.environment.Things.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dibs.backend.environment.Edge.Evidence;
import dibs.backend.environment.Edge.Sort;
import dibs.backend.environment.Impact.Affected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImpactTest {
    @Test
    void anOutageComesBackAlongTheEdgesButNotAlongACopy() {
        Impact impact = impact(
                List.of(
                        service("bank", Tier.PRODUCTION),
                        service("till", Tier.STAGING),
                        service("shop", Tier.PRODUCTION),
                        service("archive", Tier.DEV)),
                edge("till", "bank", Sort.WRITES, Evidence.WIRED),
                edge("shop", "till", Sort.DEPENDS_ON, Evidence.USED),
                edge("archive", "bank", Sort.COPIES_TO, Evidence.USED));
        assertThat(names(impact)).containsExactly("shop", "till");
        assertThat(impact.path(id("shop"))).extracting(Edge::to).containsExactly(id("till"), id("bank"));
        assertThat(impact.affected().getFirst().evidence()).isEqualTo(Evidence.WIRED);
        assertThat(impact.copies()).extracting(Edge::from).containsExactly(id("archive"));
    }

    @Test
    void whatIsOnlyPermittedIsToldApartAndALongerWayThatIsMoreCounts() {
        Impact impact = impact(
                List.of(
                        service("bank", Tier.PRODUCTION),
                        service("till", Tier.PRODUCTION),
                        service("shop", Tier.PRODUCTION),
                        service("guest", Tier.PRODUCTION)),
                edge("shop", "bank", Sort.READS, Evidence.PERMITTED),
                edge("shop", "till", Sort.READS, Evidence.WIRED),
                edge("till", "bank", Sort.READS, Evidence.USED),
                edge("guest", "shop", Sort.READS, Evidence.PERMITTED));
        assertThat(impact.affected())
                .extracting(one -> one.environment().id().value(), Affected::certain, Affected::distance)
                .containsExactly(tuple("till", true, 1), tuple("shop", true, 2), tuple("guest", false, 3));
        assertThat(impact.path(id("guest"))).extracting(Edge::to).containsExactly(id("shop"), id("till"), id("bank"));
    }

    @Test
    void eachShortestWayIsNamedTheBestKnownFirst() {
        Impact impact = impact(
                List.of(
                        service("bank", Tier.PRODUCTION),
                        service("wired", Tier.PRODUCTION),
                        service("used", Tier.PRODUCTION),
                        service("shop", Tier.PRODUCTION)),
                edge("wired", "bank", Sort.READS, Evidence.WIRED),
                edge("used", "bank", Sort.READS, Evidence.USED),
                edge("shop", "wired", Sort.READS, Evidence.USED),
                edge("shop", "used", Sort.READS, Evidence.USED));
        Affected shop = impact.affected().getLast();
        assertThat(shop.ways()).extracting(Edge::to).containsExactly(id("used"), id("wired"));
        assertThat(shop.evidence()).isEqualTo(Evidence.USED);
    }

    @Test
    void productionGoesFirstAndATreeOfLevelThreeIsProduction() {
        Impact impact = impact(
                List.of(
                        service("bank", Tier.PRODUCTION),
                        service("lab", Tier.DEV),
                        service("stage", Tier.STAGING),
                        service("spare", Tier.DEPEND),
                        service("shop", Tier.PRODUCTION),
                        tree("trunk", "3"),
                        tree("twig", "1")),
                edge("lab", "bank", Sort.READS, Evidence.USED),
                edge("stage", "bank", Sort.READS, Evidence.USED),
                edge("spare", "bank", Sort.READS, Evidence.USED),
                edge("shop", "bank", Sort.READS, Evidence.USED),
                edge("trunk", "stage", Sort.READS, Evidence.USED),
                edge("twig", "bank", Sort.READS, Evidence.USED));
        assertThat(names(impact)).containsExactly("trunk", "shop", "spare", "stage", "lab", "twig");
    }

    @Test
    void anOutageOfAPoolReachesItsSetAndOneOfTheSetReachesWhoeverUsesAPool() {
        List<Environment> environments = List.of(
                service("pool", Tier.DEV),
                service("other", Tier.DEV),
                service("shop", Tier.STAGING),
                set("pools", List.of("pool", "other"), List.of()),
                set("all", List.of(), List.of("pools")));
        Catalog catalog = catalog(environments, List.of(edge("shop", "pool", Sort.DEPENDS_ON, Evidence.USED)));
        assertThat(names(Impact.of(environments.getFirst(), catalog))).containsExactly("shop", "pools", "all");
        assertThat(names(Impact.of(environments.get(3), catalog))).containsExactly("shop", "all");
        assertThat(names(Impact.of(environments.get(4), catalog))).containsExactly("shop");
        assertThat(names(Impact.of(environments.get(1), catalog))).containsExactly("pools", "all");
    }

    @Test
    void whatIsGoneIsNotAffectedAndLeadsNowhere() {
        Impact impact = impact(
                List.of(
                        service("bank", Tier.PRODUCTION),
                        retired("till", Tier.PRODUCTION),
                        service("shop", Tier.PRODUCTION)),
                edge("till", "bank", Sort.READS, Evidence.USED),
                edge("shop", "till", Sort.READS, Evidence.USED));
        assertThat(impact.silent()).isTrue();
    }

    @Test
    void circlesEnd() {
        Impact impact = impact(
                List.of(
                        service("bank", Tier.PRODUCTION),
                        service("till", Tier.PRODUCTION),
                        service("shop", Tier.PRODUCTION)),
                edge("bank", "till", Sort.READS, Evidence.USED),
                edge("till", "shop", Sort.READS, Evidence.USED),
                edge("shop", "bank", Sort.READS, Evidence.USED),
                edge("shop", "shop", Sort.READS, Evidence.USED));
        assertThat(names(impact)).containsExactly("shop", "till");
    }

    @Test
    void aHundredThousandEdgesOneBehindTheOtherAreFine() {
        int things = 2_000;
        List<Environment> environments = IntStream.range(0, things)
                .mapToObj(index -> service("x" + index, Tier.PRODUCTION))
                .toList();
        List<Edge> edges = new ArrayList<>();
        for (int index = 1; index < things; index++) {
            edges.add(edge("x" + index, "x" + (index - 1), Sort.DEPENDS_ON, Evidence.USED));
            // Many that lead away from what is down, so that the way there stays the long one.
            for (int more = 0; more < 50; more++) {
                int to = (index + more * 37) % things;
                edges.add(edge("x" + Math.min(index, to), "x" + Math.max(index, to), Sort.READS, Evidence.USED));
            }
        }
        Impact impact = Impact.of(environments.getFirst(), catalog(environments, edges));
        assertThat(edges).hasSizeGreaterThan(100_000);
        assertThat(impact.affected()).hasSize(things - 1);
        assertThat(impact.path(id("x" + (things - 1)))).hasSize(things - 1);
    }

    /** What is affected when the first of them is down. */
    private static Impact impact(List<Environment> environments, Edge... edges) {
        return Impact.of(environments.getFirst(), catalog(environments, List.of(edges)));
    }

    private static List<String> names(Impact impact) {
        return impact.affected().stream()
                .map(one -> one.environment().id().value())
                .toList();
    }
}
