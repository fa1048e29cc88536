package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.CatalogChange;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Names;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.backend.environment.Tier;
import dibs.backend.environment.UnitName;
import java.time.Duration;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseSlotsTest {
    private static final Catalog CATALOG = Catalogs.builtin();
    private static final String SET = """
            catalog:
              base: none
              environments:
                - {id: release, kind: set, title: Release, mode: exclusive, owner: Us, releases: {app: {}, app-x: {}}%s}
            """;

    @Test
    void aSlotIsAnExclusiveEnvironmentOfItsOwn() {
        Environment slot = Catalogs.environment(CATALOG, "firefox-145.0b3");
        assertThat(slot.kind()).isEqualTo(Kind.RELEASE_SLOT);
        assertThat(slot.title()).isEqualTo("Firefox 145.0b3 staging release slot");
        assertThat(slot.mode()).isEqualTo(Mode.EXCLUSIVE);
        assertThat(slot.tier()).contains(Tier.STAGING);
        assertThat(slot.leasable()).isTrue();
        assertThat(slot.units()).containsExactly(new UnitName("firefox-145.0b3"));
        assertThat(slot.belongs().product()).contains("firefox");
        assertThat(slot.contact().owner()).contains("RelEng");
        assertThat(slot.guidance().howto()).isNotEmpty();
        assertThat(slot.sources()).isNotEmpty();
        assertThat(Catalogs.environment(CATALOG, "firefox-145.0b3")).isEqualTo(slot);
    }

    @Test
    void aProductThatIsCalledByItsRepositoryKeepsThatSpelling() {
        assertThat(Catalogs.environment(CATALOG, "firefox-ios-145.0").title())
                .isEqualTo("firefox-ios 145.0 staging release slot");
    }

    @Test
    void noListHasASlot() {
        assertThat(CATALOG.environments()).noneMatch(environment -> environment.kind() == Kind.RELEASE_SLOT);
    }

    @ParameterizedTest
    @CsvSource({
        "app-1.0, app",
        "app-145.0b3, app",
        "app-145.0a1, app",
        "app-140.9.0esr, app",
        "app-1.2.3.4, app",
        "app-145.0b3-build1, app",
        "app-x-999.999, app-x"
    })
    void aProductWithAVersionIsASlot(String id, String product) {
        Catalog catalog = Catalogs.of(SET.formatted(""));
        assertThat(Catalogs.environment(catalog, id).belongs().product()).contains(product);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app",
                "app-99",
                "app-99x",
                "app-1.0x",
                "app-1.0b",
                "app-1.0b1234",
                "app-1000.0",
                "app-1.2.3.4.5",
                "app-1.0-build",
                "app-1.0-build123",
                "app-1.0-beta",
                "app-x",
                "app-y-1.0",
                "other-1.0",
                "1.0"
            })
    void nothingElseIs(String id) {
        Catalog catalog = Catalogs.of(SET.formatted(""));
        assertThat(catalog.find(new EnvironmentId(id))).isEmpty();
        assertThat(catalog.names().resolve(id, Sense.LEASE)).isInstanceOf(Resolution.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"firefox-99x", "nightly 1.0", "firefox 145.0.0.0.0", "staging 1.0"})
    void nearlyASlotIsNoneInTheBuiltInCatalogEither(String text) {
        assertThat(CATALOG.names().resolve(text, Sense.LEASE)).isInstanceOf(Resolution.Unknown.class);
    }

    @Property(tries = 300)
    void aSlotsIdAndItsWordsMeanTheSame(@ForAll("slots") String id) {
        Resolution said = CATALOG.names().resolve(id.replace('-', ' ').toUpperCase(Locale.ROOT), Sense.THING);
        assertThat(said)
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found -> assertThat(CATALOG.find(new EnvironmentId(id))).contains(found.environment()));
        assertThat(Names.key(id)).isEqualTo(id);
    }

    @Provide
    Arbitrary<String> slots() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 999);
        return Combinators.combine(
                        Arbitraries.of("firefox", "thunderbird", "mozilla-vpn-client", "xpi-manifest"),
                        number,
                        number,
                        Arbitraries.of("", ".7", "b3", "esr", "a1", "-build2", "b12-build11"))
                .as((product, major, minor, rest) -> product + "-" + major + "." + minor + rest);
    }

    @Test
    void anEnvironmentOfThatNameComesFirst() {
        Catalog catalog =
                Catalogs.of(SET.formatted("") + "    - {id: app-1.0, kind: service, title: App, mode: none}\n");
        assertThat(Catalogs.environment(catalog, "app-1.0").kind()).isEqualTo(Kind.SERVICE);
        CatalogChange change = CatalogChange.between(Catalogs.of(SET.formatted("")), catalog);
        assertThat(change.summary()).isEqualTo("added app-1.0");
        assertThat(CatalogChange.between(catalog, Catalogs.of(SET.formatted("")))
                        .summary())
                .isEqualTo("removed app-1.0");
    }

    @Test
    void theSlotsOfARetiredSetAreRetiredWithIt() {
        Catalog catalog = Catalogs.of(SET.formatted(", retired: {since: '2026-11-01'}"));
        Environment slot = Catalogs.environment(catalog, "app-1.0");
        assertThat(slot.retired()).isPresent();
        assertThat(slot.leasable()).isFalse();
    }

    @Test
    void aSetThatIsThereComesBeforeOneThatIsNot() {
        Catalog catalog = Catalogs.of(SET.formatted(", retired: {since: '2026-11-01'}")
                + "    - {id: newer, kind: set, title: Newer, mode: exclusive, releases: {app: {}}}\n");
        assertThat(Catalogs.environment(catalog, "app-1.0").leasable()).isTrue();
        assertThat(Catalogs.environment(catalog, "app-x-1.0").leasable()).isFalse();
    }

    @Test
    void theLimitsOfSlotsAreThoseOfTheirKind() {
        Catalog catalog =
                Catalogs.of("catalog: {kinds: {release-slot: {limits: {default: 4h, max: 2d}, cleanup: [Tidy up.]}}}");
        Environment.Guidance guidance =
                Catalogs.environment(catalog, "firefox-145.0b3").guidance();
        assertThat(guidance.limits().usual()).contains(Duration.ofHours(4));
        assertThat(guidance.cleanup()).containsExactly("Tidy up.");
    }

    @Test
    void aRenameIsFollowedByWhatASetClaimsAndUses() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  environments:
                    - {id: fake-firefox, was: [staging-firefox]}
                    - {id: gecko-dep-signing, was: [gecko-t-signing]}
                """);
        Environment.ReleaseParts parts = catalog.releaseParts(new EnvironmentId("staging-release"), "firefox")
                .orElseThrow();
        assertThat(parts.claims()).containsExactly(new EnvironmentId("fake-firefox"));
        assertThat(parts.uses()).contains(new EnvironmentId("gecko-dep-signing"));
    }
}
