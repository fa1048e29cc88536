package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Limits;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.backend.environment.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltinCatalogTest {
    private static final Catalog CATALOG = Catalogs.builtin();
    private static final List<String> FILES = BuiltinCatalog.files();

    @ParameterizedTest
    @FieldSource("FILES")
    void everyFileFitsTheSchema(String file) {
        List<Fault> faults = new ArrayList<>();
        Document document = YamlReader.read(file, BuiltinCatalog.text("/dibs/catalog/" + file), faults)
                .orElseThrow();
        new SchemaCheck().checkCatalog(document, faults);
        assertThat(faults).isEmpty();
    }

    @Test
    void noFileIsLeftOut() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dibs/catalog"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(FILES);
        }
    }

    @Test
    void itsEntriesFitEachOther() {
        // An overlay, even an empty one, has the whole catalog checked.
        assertThat(Catalogs.faults("catalog: {base: builtin}")).isEmpty();
    }

    @Test
    void itHasEveryPoolOfTheFirefoxCluster() {
        List<Environment> pools = CATALOG.environments().stream()
                .filter(environment -> environment.kind() == Kind.WORKER_POOL
                        && environment.retired().isEmpty())
                .filter(environment ->
                        environment.naming().workerType().orElse("").startsWith("scriptworker-k8s/"))
                .toList();
        assertThat(pools).hasSize(34 + 44 + 43);
        assertThat(pools.stream().filter(BuiltinCatalogTest::isDev)).hasSize(34);
        assertThat(pools.stream().filter(pool -> !isDev(pool) && !isLevelThree(pool)))
                .hasSize(44);
        assertThat(pools.stream().filter(BuiltinCatalogTest::isLevelThree)).hasSize(43);
    }

    @Test
    void aPoolsTierFollowsItsLevelButForOneThatIsProductionOnLevelOne() {
        assertThat(CATALOG.environments().stream()
                        .filter(environment ->
                                environment.naming().workerType().orElse("").startsWith("scriptworker-k8s/"))
                        .filter(pool -> !isDev(pool))
                        .filter(pool -> isLevelThree(pool) != pool.tier().equals(Optional.of(Tier.PRODUCTION))))
                .extracting(pool -> pool.id().value())
                .containsExactly("translations-1-beetmover");
    }

    private static boolean isDev(Environment pool) {
        return pool.tier().equals(Optional.of(Tier.DEV));
    }

    private static boolean isLevelThree(Environment pool) {
        return pool.levels().pool().equals(Optional.of("3"));
    }

    @Test
    void everyDevPoolIsLeasedByOneOfThirteenSetsAndAllOfThemByTheUmbrella() {
        List<Environment> sets = CATALOG.environments().stream()
                .filter(environment -> environment.kind() == Kind.DEV_SET && environment.leasable())
                .filter(environment -> environment.parts().isEmpty())
                .toList();
        Environment umbrella = Catalogs.environment(CATALOG, "dev");
        assertThat(sets).hasSize(13).allSatisfy(set -> assertThat(set.units()).hasSize(1));
        assertThat(sets.stream().mapToInt(set -> set.members().size()).sum()).isEqualTo(34);
        assertThat(umbrella.parts())
                .containsExactlyElementsOf(sets.stream().map(Environment::id).toList());
        assertThat(umbrella.units())
                .containsExactlyInAnyOrderElementsOf(
                        sets.stream().flatMap(set -> set.units().stream()).toList());
        assertThat(CATALOG.setOf(new EnvironmentId("gecko-t-signing-dev")))
                .contains(Catalogs.environment(CATALOG, "dev-signing"));
    }

    @Test
    void itHasAllEightyProjects() {
        assertThat(CATALOG.environments().stream()
                        .filter(environment ->
                                environment.kind() == Kind.TREE || environment.kind() == Kind.STAGING_REPO))
                .hasSize(80);
    }

    @Test
    void everyIdThatAnEntryNamesIsThere() {
        assertThat(CATALOG.environments()).allSatisfy(environment -> {
            assertThat(environment.members()).allMatch(id -> CATALOG.find(id).isPresent());
            assertThat(environment.parts()).allMatch(id -> CATALOG.find(id).isPresent());
            assertThat(environment.use()).allMatch(id -> CATALOG.find(id).isPresent());
            assertThat(environment.releases().stream()
                            .flatMap(set -> set.products().values().stream())
                            .flatMap(parts -> Stream.concat(parts.claims().stream(), parts.uses().stream())))
                    .allMatch(id -> CATALOG.find(id).isPresent());
            assertThat(environment.retired().stream().flatMap(retired -> retired.use().stream()))
                    .allMatch(id -> CATALOG.find(id).isPresent());
            assertThat(environment.sources()).isNotEmpty();
        });
    }

    @Test
    void onlyWhatIsExclusiveHasUnits() {
        assertThat(CATALOG.environments())
                .allSatisfy(environment ->
                        assertThat(environment.units().isEmpty()).isEqualTo(environment.mode() != Mode.EXCLUSIVE));
    }

    @Test
    void devSetsAndStagingRepositoriesHaveTheirLimits() {
        assertThat(Catalogs.environment(CATALOG, "dev-signing").guidance().limits())
                .isEqualTo(new Limits(Optional.empty(), Duration.ofDays(5)));
        assertThat(Catalogs.environment(CATALOG, "staging-firefox").guidance().limits())
                .isEqualTo(new Limits(Optional.of(Duration.ofDays(3)), Duration.ofDays(14)));
        assertThat(Catalogs.environment(CATALOG, "firefox-145.0b3").guidance().limits())
                .isEqualTo(new Limits(Optional.of(Duration.ofDays(3)), Duration.ofDays(14)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"balrog-stage", "gecko-t-signing"})
    void usesOfServicesAndPoolsHaveTheirLimits(String id) {
        assertThat(Catalogs.environment(CATALOG, id).guidance().limits())
                .isEqualTo(new Limits(Optional.empty(), Duration.ofDays(14)));
    }

    @Test
    void aStagingReleaseClaimsItsRepositoryAndUsesTheStages() {
        Environment set = Catalogs.environment(CATALOG, "staging-release");
        assertThat(set.kind()).isEqualTo(Kind.SET);
        assertThat(set.leasable()).isTrue();
        Environment.ReleaseSet releases = set.releases().orElseThrow();
        assertThat(releases.products().keySet()).startsWith("firefox", "thunderbird");
        assertThat(releases.warnings()).hasSize(3);
        Environment.ReleaseParts firefox =
                CATALOG.releaseParts(set.id(), "Firefox").orElseThrow();
        assertThat(firefox.claims()).containsExactly(new EnvironmentId("staging-firefox"));
        assertThat(firefox.uses())
                .extracting(EnvironmentId::value)
                .startsWith("balrog-stage", "archive-stage", "shipit-staging")
                .contains("gecko-1-beetmover", "gecko-t-signing");
        assertThat(CATALOG.releaseParts(set.id(), "thunderbird").orElseThrow().claims())
                .isEmpty();
        assertThat(CATALOG.releaseParts(set.id(), "nightly")).isEmpty();
        assertThat(CATALOG.releaseParts(new EnvironmentId("dev-signing"), "firefox"))
                .isEmpty();
    }

    @Test
    void everyStagingRepositoryThatIsReleasedFromIsInTheSet() {
        Environment set = Catalogs.environment(CATALOG, "staging-release");
        assertThat(set.releases().orElseThrow().products().values().stream().flatMap(parts -> parts.claims().stream()))
                .doesNotHaveDuplicates()
                .allMatch(id -> CATALOG.find(id).orElseThrow().kind() == Kind.STAGING_REPO);
    }

    @Test
    void anEnvironmentHasOwnerChannelsAndLinksOfItsService() {
        Environment stage = Catalogs.environment(CATALOG, "balrog-stage");
        assertThat(stage.contact().owner()).contains("RelEng first, then Services SRE");
        assertThat(stage.contact().channels()).contains("slack:#releng-notifications");
        assertThat(stage.contact().links()).extracting(Environment.Link::label).containsExactly("code");
        assertThat(stage.facts()).containsKey("health_note");
    }

    @ParameterizedTest
    @MethodSource("askedNames")
    void everyNameThatPeopleAskAboutIsKnown(String name) {
        assertThat(CATALOG.names().resolve(name, Sense.THING)).isNotInstanceOf(Resolution.Unknown.class);
    }

    static Stream<String> askedNames() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/dibs/catalog/asked-names.txt")).stream();
    }
}
