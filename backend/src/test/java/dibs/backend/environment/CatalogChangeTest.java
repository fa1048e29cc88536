package dibs.backend.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Edge.Evidence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogChangeTest {
    private static final Environment.Guidance NO_GUIDANCE =
            new Environment.Guidance(Limits.BUILT_IN, List.of(), List.of());

    @Test
    void everyEnvironmentIsInOneListAtMost() {
        Catalog before = catalog(plain("same"), plain("edited"), plain("aged"), plain("old"), plain("gone"));
        Catalog after = catalog(
                plain("same"),
                made("edited", "Another title", List.of(), false),
                made("aged", "aged", List.of(), true),
                made("young", "old", List.of(id("old")), false),
                plain("new"));
        CatalogChange change = CatalogChange.between(before, after);
        assertThat(change)
                .isEqualTo(new CatalogChange(
                        List.of(id("new")),
                        List.of(id("edited")),
                        List.of(id("aged")),
                        Map.of(id("old"), id("young")),
                        List.of(id("gone")),
                        List.of(),
                        List.of()));
        assertThat(change.summary())
                .isEqualTo("added new; changed edited; retired aged; renamed old to young; removed gone");
    }

    @Test
    void nothingIsNoChange() {
        assertThat(CatalogChange.between(catalog(plain("same")), catalog(plain("same")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anEdgeThatComesOrGoesIsAChangeAndOneThatFollowsARenameIsNone() {
        Catalog before = new Catalog(
                List.of(plain("one"), plain("old")), Map.of(), NO_GUIDANCE, edges(edge("one", "old", Evidence.WIRED)));
        Catalog after = new Catalog(
                List.of(plain("one"), made("young", "old", List.of(id("old")), false)),
                Map.of(),
                NO_GUIDANCE,
                edges(edge("one", "young", Evidence.WIRED)));
        Catalog surer = new Catalog(
                List.of(plain("one"), made("young", "old", List.of(id("old")), false)),
                Map.of(),
                NO_GUIDANCE,
                edges(edge("one", "young", Evidence.USED)));
        assertThat(CatalogChange.between(before, after).summary()).isEqualTo("renamed old to young");
        CatalogChange change = CatalogChange.between(after, surer);
        assertThat(change.isEmpty()).isFalse();
        assertThat(change.newEdges()).containsExactly(edge("one", "young", Evidence.USED));
        assertThat(change.summary()).isEqualTo("added 1 edge; removed 1 edge");
    }

    private static Edges edges(Edge... edges) {
        return new Edges(List.of(edges));
    }

    private static Edge edge(String from, String to, Evidence evidence) {
        return new Edge(id(from), id(to), Edge.Sort.READS, evidence);
    }

    private static Catalog catalog(Environment... environments) {
        return new Catalog(List.of(environments), Map.of());
    }

    private static Environment plain(String id) {
        return made(id, id, List.of(), false);
    }

    private static Environment made(String id, String title, List<EnvironmentId> formerIds, boolean retired) {
        return new Environment(
                id(id),
                Kind.SERVICE,
                title,
                Mode.SHARED,
                Optional.empty(),
                new Environment.Belongs(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Environment.Naming(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        formerIds),
                new Environment.Levels(List.of(), List.of(), Optional.empty()),
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
                retired
                        ? Optional.of(new Environment.Retired(LocalDate.parse("2026-11-01"), List.of()))
                        : Optional.empty(),
                new Environment.Guidance(new Limits(Optional.empty(), Duration.ofDays(1)), List.of(), List.of()),
                List.of(),
                Optional.empty());
    }

    private static EnvironmentId id(String value) {
        return new EnvironmentId(value);
    }
}
