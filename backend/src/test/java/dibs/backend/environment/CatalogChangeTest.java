package dibs.backend.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogChangeTest {
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
                        List.of(id("gone"))));
        assertThat(change.summary())
                .isEqualTo("added new; changed edited; retired aged; renamed old to young; removed gone");
    }

    @Test
    void nothingIsNoChange() {
        assertThat(CatalogChange.between(catalog(plain("same")), catalog(plain("same")))
                        .isEmpty())
                .isTrue();
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
