package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.CatalogChange;
import dibs.backend.environment.Edge;
import dibs.backend.environment.Edge.Evidence;
import dibs.backend.environment.Edge.Sort;
import dibs.backend.environment.EnvironmentId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EdgesTest {
    private static final String SHOP = """
            catalog:
              base: none
              sources: {notes: {note: seen}}
              environments:
                - {id: shop, kind: service, title: Shop, mode: none, tier: production}
                - {id: till, kind: service, title: Till, mode: none, tier: production}
                - {id: bank, kind: service, title: Bank, mode: none, tier: production}
                - {id: till-stage, kind: service, title: Till Stage, mode: shared, tier: staging}
              edges:
            """;

    @Test
    void anEntryStandsForEveryPairOfItsLists() {
        Catalog catalog = Catalogs.of(SHOP + """
                - from: [shop, till]
                  to: [bank, till-stage]
                  sort: copies-to
                  evidence: used
                  note: At night.
                  source: notes
            """);
        assertThat(catalog.edges().all())
                .extracting(edge -> edge.from() + " > " + edge.to())
                .containsExactly("shop > bank", "shop > till-stage", "till > bank", "till > till-stage");
        assertThat(catalog.edges().from(id("till"))).allSatisfy(edge -> {
            assertThat(edge.sort()).isEqualTo(Sort.COPIES_TO);
            assertThat(edge.evidence()).isEqualTo(Evidence.USED);
            assertThat(edge.note()).contains("At night.");
            assertThat(edge.sources()).extracting(source -> source.key()).containsExactly("notes");
        });
        assertThat(catalog.edges().to(id("bank"))).hasSize(2);
        assertThat(catalog.edges().to(id("shop"))).isEmpty();
    }

    @Test
    void onePairMayUseEachOtherInSeveralWays() {
        Catalog catalog = Catalogs.of(SHOP + """
                - {from: shop, to: bank, sort: reads, evidence: used}
                - {from: shop, to: bank, sort: writes, evidence: permitted}
            """);
        assertThat(catalog.edges().from(id("shop"))).extracting(Edge::sort).containsExactly(Sort.READS, Sort.WRITES);
    }

    @Test
    void anOverlayAddsAndKeepsWhatIsBuiltIn() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  environments:
                    - {id: demo, kind: service, title: Demo, mode: none, tier: production}
                  edges:
                    - {from: demo, to: [autograph-prod, balrog-prod], sort: depends-on, evidence: used}
                """);
        int builtIn = Catalogs.builtin().edges().all().size();
        assertThat(catalog.edges().all()).hasSize(builtIn + 2);
        assertThat(CatalogChange.between(Catalogs.builtin(), catalog).summary()).isEqualTo("added demo; added 2 edges");
    }

    @Test
    void anOverlayChangesWhatIsKnownOfAnEdge() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  edges:
                    - {from: gecko-3-balrog, to: balrog-stage, sort: writes, evidence: used, note: seen on maple}
                """);
        assertThat(between(catalog, "gecko-3-balrog", "balrog-stage"))
                .singleElement()
                .satisfies(edge -> {
                    assertThat(edge.evidence()).isEqualTo(Evidence.USED);
                    assertThat(edge.note()).contains("seen on maple");
                });
        assertThat(catalog.edges().all())
                .hasSameSizeAs(Catalogs.builtin().edges().all());
    }

    @Test
    void anOverlaySwitchesEdgesOffWholeOrByTheirSort() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  edges:
                    - {from: [autoland, try], to: gecko-t-signing, off: true}
                    - {from: autoland, to: treeherder-stage, sort: copies-to, off: true}
                    - {from: autoland, to: gecko-t-signing, sort: reads, evidence: used}
                """);
        assertThat(between(catalog, "try", "gecko-t-signing")).isEmpty();
        assertThat(between(catalog, "autoland", "treeherder-stage")).isEmpty();
        assertThat(between(catalog, "autoland", "gecko-t-signing"))
                .extracting(Edge::sort)
                .containsExactly(Sort.READS);
        assertThat(between(catalog, "mozilla-central", "gecko-t-signing")).hasSize(1);
    }

    @Test
    void edgesFollowARename() {
        Catalog catalog = Catalogs.of("catalog: {environments: [{id: signer, was: [gecko-t-signing]}]}");
        assertThat(between(catalog, "autoland", "signer")).hasSize(1);
        assertThat(between(catalog, "signer", "autograph-prod")).hasSize(1);
        assertThat(catalog.edges().all())
                .hasSameSizeAs(Catalogs.builtin().edges().all());
    }

    @Test
    void withoutTheBuiltInCatalogThereAreNoEdges() {
        assertThat(Catalogs.of(SHOP.replace("  edges:\n", "")).edges().all()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void eachFaultHasItsLineAndSaysWhatToWrite(String edges, String fault) {
        assertThat(Catalogs.faults(SHOP + edges.indent(4))).containsExactly(fault);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "- from: shop\n  to: [till,\n    bnak]\n  sort: reads\n  evidence: used",
                        "dibs.yaml:12: bnak is not known; it has to be the id of an environment (did you mean bank?)"),
                Arguments.of(
                        "- {from: [shop, till], to: till, sort: reads, evidence: used}",
                        "dibs.yaml:10: till uses itself here: remove it from one of the two lists"),
                Arguments.of(
                        "- {from: shop, to: till, sort: reads, evidence: used}\n"
                                + "- {from: [shop, bank], to: till, sort: reads, evidence: wired}",
                        "dibs.yaml:11: the edge from shop to till (reads) is here a second time, after dibs.yaml:10: keep one of them"),
                Arguments.of(
                        "- {from: shop, to: till}",
                        "dibs.yaml:10: an edge needs sort: (depends-on, writes, reads or copies-to) and evidence: (permitted, wired or used); off: true in their place switches off one that is built in"),
                Arguments.of(
                        "- {from: shop, to: till, sort: reads, evidence: seen}",
                        "dibs.yaml:10: evidence: \"seen\" is not one of permitted, wired, used"),
                Arguments.of(
                        "- {to: till, sort: reads, evidence: used}",
                        "dibs.yaml:10: edges (entry 1): needs from:, which is missing: what uses: the id of an environment, or several"),
                Arguments.of(
                        "- {from: shop, to: till, off: true}",
                        "dibs.yaml:10: there is no edge from shop to till to switch off: remove the pair"),
                Arguments.of(
                        "- {from: shop, to: tll, sort: reads, off: true}",
                        "dibs.yaml:10: tll is not known; it has to be the id of an environment (did you mean till?)"),
                Arguments.of(
                        "- {from: shop, to: till, sort: reads, evidence: used, source: note}",
                        "dibs.yaml:10: source: note is not known; it has to be a key under sources: (did you mean notes?)"),
                Arguments.of(
                        "- {from: shop, to: till, sort: reads, evidence: used, because: x}",
                        "dibs.yaml:10: because: is not known in edges (entry 1); known are from, to, sort, evidence, off, note, source"));
    }

    @Test
    void anOldIdIsToldTheNewOne() {
        assertThat(Catalogs.faults("""
                        catalog:
                          environments: [{id: signer, was: [gecko-t-signing]}]
                          edges:
                            - {from: autoland, to: gecko-t-signing, off: true}
                        """))
                .containsExactly("dibs.yaml:4: gecko-t-signing is now called signer: write that");
    }

    @Test
    void listsThatMultiplyBeyondAllBoundsAreAFaultAndNoLoad() {
        String many = IntStream.range(0, 500).mapToObj(index -> "x" + index).collect(Collectors.joining(", "));
        assertThat(Catalogs.faults(
                        SHOP + "    - {from: [" + many + "], to: [" + many + "], sort: reads, evidence: used}\n"))
                .containsExactly(
                        "dibs.yaml:10: with this entry there are more than 200000 edges: name fewer under from: and to:");
    }

    private static List<Edge> between(Catalog catalog, String from, String to) {
        return catalog.edges().from(id(from)).stream()
                .filter(edge -> edge.to().equals(id(to)))
                .toList();
    }

    private static EnvironmentId id(String value) {
        return new EnvironmentId(value);
    }
}
