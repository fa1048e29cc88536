package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Names;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltinNamesTest {
    private static final Catalog CATALOG = Catalogs.builtin();
    private static final Names NAMES = CATALOG.names();

    @ParameterizedTest(name = "{0}: lease {1}, thing {2}")
    @CsvFileSource(resources = "/dibs/catalog/names.csv", delimiter = ';', quoteCharacter = '\0')
    void aNameMeansWhatTheTableSays(String text, String lease, String thing) {
        assertThat(said(NAMES.resolve(text, Sense.LEASE))).isEqualTo(lease);
        assertThat(said(NAMES.resolve(text, Sense.THING))).isEqualTo(thing.equals("same") ? lease : thing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dev-signing for 2h            | 1
            dev signing for 2h            | 2
            Autograph Stage to test keys  | 2
            stage autograph               | 2
            staging-release firefox 145   | 1
            google play staging           | 3
            dev, signing                  | 1
            firefox@beta autograph-stage  | 1
            nothing of the kind           | 0
            staging-firefox @bob          | 1
            staging-firefox <@U2>         | 1
            staging-firefox @bob:a.server | 1
            autoland: autograph-stage     | 1
            autoland access:write         | 1
            dev-signing until 17:00       | 1
            ftp.stage.mozaws.net for 1h   | 1
            the microsoft store           | 0
            microsoft store               | 2
            all dev pools until friday    | 3
            firefox 145.0b3 for 3d        | 2
            Firefox 145.0b3, for 3d       | 2
            firefox 145.0b3 build1        | 3
            firefox-145.0b3 for 3d        | 1
            mozilla vpn client 2.30 x     | 4
            firefox for 3d                | 1
            firefox 145 for 3d            | 1
            firefox nightly               | 1
            dev signing stuff             | 2
            dev , signing stuff           | 1
            dev-signing , stuff           | 1
            dev-signing … stuff           | 1
            dev – signing                 | 1
            , dev-signing                 | 2
            """)
    void theLongestKnownRunOfWordsIsTheName(String words, int count) {
        assertThat(NAMES.longestKnown(Arrays.asList(words.split(" ")), Sense.LEASE))
                .isEqualTo(count);
    }

    @Test
    void noWordsAreNoName() {
        assertThat(NAMES.longestKnown(List.of(), Sense.LEASE)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            autolnd             | autoland
            dev-singing         | dev-signing
            dev-pushsnp         | dev-pushapk
            dev-sigining        | dev-signing
            mozila-central      | mozilla-central
            autograph-stgae     | autograph-stage
            gecko-t-singing-dev | gecko-t-signing-dev
            shipit-stagign      | shipit-staging
            pushapk             | dev-pushapk
            """)
    void theNearestNameOfASlipComesFirst(String text, String nearest) {
        assertThat(suggestions(text)).first().isEqualTo(nearest);
    }

    @Test
    void aNameThatIsGoneIsAnsweredWithWhatFollowsIt() {
        assertThat(suggestions("dev-pushsnapp"))
                .containsExactlyInAnyOrder("dev-pushapk", "dev-pushflatpak", "dev-pushmsix");
    }

    @Test
    void aWordThatManyNamesHaveBringsSomeOfThem() {
        assertThat(suggestions("staging"))
                .hasSize(5)
                .allMatch(id -> CATALOG.find(new EnvironmentId(id)).isPresent());
        for (Sense sense : Sense.values()) {
            assertThat(NAMES.resolve("staging", sense))
                    .isInstanceOfSatisfying(
                            Resolution.Unknown.class,
                            unknown -> assertThat(unknown.nearest())
                                    .extracting(EnvironmentId::value)
                                    .startsWith(
                                            "taskcluster-stage", "archive-stage", "shipit-staging", "staging-release"));
        }
    }

    @ParameterizedTest
    @CsvSource({"foo-bar", "xyzzy", "a", "'?!'", "dev-xyz"})
    void whatIsNearNothingGetsNoSuggestion(String text) {
        assertThat(suggestions(text)).isEmpty();
    }

    @Test
    void aPathThatNobodyHasOnAHostOfSeveralIsNotGuessed() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  base: none
                  environments:
                    - {id: one, kind: service, title: One, mode: shared, urls: {ui: "https://host.example/one"}}
                    - {id: two, kind: service, title: Two, mode: shared, urls: {ui: "https://host.example/two"}}
                """);
        assertThat(said(catalog.names().resolve("https://host.example/three", Sense.THING)))
                .isEqualTo("? one two");
        assertThat(said(catalog.names().resolve("https://host.example/two/x", Sense.THING)))
                .isEqualTo("two ADDRESS");
        assertThat(said(catalog.names().resolve("host.example", Sense.THING))).isEqualTo("several one two");
    }

    @Test
    void aBranchOfASetAndItsPoolsIsTheSet() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  base: none
                  environments:
                    - {id: pools, kind: dev-set, title: Pools, mode: exclusive, branch: release, members: [pool-1, pool-2]}
                    - {id: pool-1, kind: worker-pool, title: One, mode: none, branch: release}
                    - {id: pool-2, kind: worker-pool, title: Two, mode: none, branch: release}
                """);
        assertThat(said(catalog.names().resolve("release", Sense.THING))).isEqualTo("pools BRANCH");
        assertThat(said(catalog.names().resolve("release", Sense.LEASE))).isEqualTo("pools BRANCH");
    }

    @Test
    void whatCanBeClaimedWinsWhereAClaimIsMeantIfItIsTheOnlyOne() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  base: none
                  services: [{id: shop}]
                  environments:
                    - {id: shop-prod, kind: service, title: Shop, mode: none, service: shop}
                    - {id: shop-box, kind: service, title: Box, mode: exclusive, service: shop}
                    - {id: shop-old, kind: service, title: Old, mode: exclusive, service: shop, retired: {since: "2026-01-01"}}
                """);
        assertThat(said(catalog.names().resolve("shop", Sense.THING))).isEqualTo("several shop-prod shop-box");
        assertThat(said(catalog.names().resolve("shop", Sense.LEASE))).isEqualTo("shop-box SERVICE instead shop-prod");
    }

    @Test
    void aTreeWithTheNameOfAServiceGivesWayToWhatThereIsOfTheService() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  base: none
                  services: [{id: one}, {id: box}, {id: gone}]
                  environments:
                    - {id: one, kind: tree, title: A tree, mode: none}
                    - {id: one-stage, kind: service, title: A stage, mode: shared, service: one}
                    - {id: box, kind: tree, title: A tree, mode: none}
                    - {id: box-1, kind: service, title: A box, mode: exclusive, service: box}
                    - {id: box-2, kind: service, title: Live, mode: none, service: box}
                    - {id: gone, kind: tree, title: A tree, mode: none}
                    - {id: gone-1, kind: service, title: Old, mode: none, service: gone, retired: {since: "2026-01-01"}}
                """);
        assertThat(said(catalog.names().resolve("one", Sense.THING))).isEqualTo("one-stage SERVICE instead one");
        assertThat(said(catalog.names().resolve("one", Sense.LEASE))).isEqualTo("several one-stage one");
        assertThat(said(catalog.names().resolve("box", Sense.THING))).isEqualTo("several box-1 box-2 box");
        assertThat(said(catalog.names().resolve("box", Sense.LEASE))).isEqualTo("box-1 SERVICE instead box-2");
        assertThat(said(catalog.names().resolve("gone", Sense.THING))).isEqualTo("gone ID");
    }

    @Test
    void whatWasSaidIsKeptAsItWasTypedButNotAtAnyLength() {
        assertThat(NAMES.resolve(" Dev Signing ", Sense.LEASE))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found -> assertThat(found.said()).isEqualTo("Dev Signing"));
        assertThat(NAMES.resolve("x".repeat(10_000), Sense.LEASE))
                .isInstanceOfSatisfying(Resolution.Unknown.class, unknown -> {
                    assertThat(unknown.said()).hasSizeLessThan(300);
                    assertThat(unknown.nearest()).isEmpty();
                });
    }

    private static List<String> suggestions(String text) {
        return NAMES.resolve(text, Sense.LEASE) instanceof Resolution.Unknown unknown
                ? unknown.nearest().stream().map(EnvironmentId::value).toList()
                : List.of("known after all");
    }

    /** {@code id HOW[@branch][ instead id]}, {@code several id…} or {@code ? id…}. */
    private static String said(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Found found ->
                found.environment().id() + " " + found.how()
                        + found.branch().map(branch -> "@" + branch).orElse("")
                        + found.instead().map(other -> " instead " + other.id()).orElse("");
            case Resolution.Several several ->
                several.environments().stream()
                        .map(environment -> environment.id().value())
                        .collect(Collectors.joining(" ", "several ", ""));
            case Resolution.Unknown unknown ->
                unknown.nearest().stream()
                        .map(EnvironmentId::value)
                        .collect(Collectors.joining(" ", "? ", ""))
                        .strip();
        };
    }
}
