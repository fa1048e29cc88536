package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.CatalogChange;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.backend.environment.UnitName;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlayTest {
    @Test
    void withoutACatalogSectionTheBuiltInOneHolds() {
        CatalogChange change = CatalogChange.between(Catalogs.builtin(), Catalogs.of("settings: {DIBS_PORT: 1}"));
        assertThat(change.isEmpty()).isTrue();
    }

    @Test
    void settingsArriveAsTheyAreWritten() {
        DibsConfig config = Catalogs.config("settings: {DIBS_PORT: 8081, DIBS_ADMINS: 'web:ann', DIBS_BIND: 0.0.0.0}");
        assertThat(config.settings())
                .isEqualTo(Map.of("DIBS_PORT", "8081", "DIBS_ADMINS", "web:ann", "DIBS_BIND", "0.0.0.0"));
    }

    @Test
    void peopleStandForRoles() {
        assertThat(Catalogs.config("people: {'web:ann': {role: sheriffs}}").people())
                .isEqualTo(Map.of("web:ann", "sheriffs"));
    }

    @Test
    void otherSectionsAreThereWithTheirLines() {
        Document document =
                Catalogs.config("slack:\n  commands: [claim]\n").document().orElseThrow();
        assertThat(document.root().at("/slack/commands/0").asString()).isEqualTo("claim");
        assertThat(document.lineOf("/slack/commands/0")).isEqualTo(2);
    }

    @Test
    void baseNoneStartsFromNothing() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  base: none
                  environments:
                    - {id: box, kind: service, title: Box, mode: exclusive}
                """);
        assertThat(catalog.environments()).singleElement().satisfies(box -> {
            assertThat(box.units()).containsExactly(new UnitName("box"));
            assertThat(box.guidance().limits().maximum()).isEqualTo(Duration.ofDays(5));
        });
    }

    @Test
    void aKnownIdChangesOnlyTheKeysThatAreGiven() {
        Environment before = Catalogs.environment(Catalogs.builtin(), "dev-signing");
        Environment after = Catalogs.environment(
                Catalogs.of("catalog: {environments: [{id: dev-signing, note: Ask first., labels: [mine]}]}"),
                "dev-signing");
        assertThat(after.note()).contains("Ask first.");
        assertThat(after.labels()).containsExactly("mine");
        assertThat(after.members()).isEqualTo(before.members());
        assertThat(after.naming()).isEqualTo(before.naming());
    }

    @Test
    void aServiceChangesWithAllOfItsEnvironments() {
        Catalog catalog = Catalogs.of("catalog: {services: [{id: autograph, owner: Somebody else}]}");
        assertThat(Catalogs.environment(catalog, "autograph-stage").contact().owner())
                .contains("Somebody else");
        assertThat(Catalogs.environment(catalog, "autograph-prod").contact().channels())
                .containsExactly("#autograph");
    }

    @Test
    void limitsOfAKindCanBeChanged() {
        Catalog catalog = Catalogs.of("catalog: {kinds: {dev-set: {limits: {default: 4h, max: 2d}}}}");
        Environment set = Catalogs.environment(catalog, "dev-signing");
        assertThat(set.guidance().limits().usual()).contains(Duration.ofHours(4));
        assertThat(set.guidance().limits().maximum()).isEqualTo(Duration.ofDays(2));
        assertThat(set.guidance().cleanup()).isNotEmpty();
    }

    @Test
    void aRetiredEnvironmentNamesItsSuccessorAndIsStillFound() {
        Catalog catalog = Catalogs.of(
                "catalog: {environments: [{id: dev-bitrise, retired: {since: '2026-11-01', use: [dev-github]}}]}");
        Environment retired = Catalogs.environment(catalog, "dev-bitrise");
        assertThat(retired.retired())
                .contains(new Environment.Retired(
                        LocalDate.parse("2026-11-01"), List.of(new EnvironmentId("dev-github"))));
        assertThat(retired.leasable()).isFalse();
        assertThat(found(catalog, "dev-bitrise")).isEqualTo(retired);
    }

    @Test
    void aRenameKeepsPlaceKeysAndOldNamesAndIsFollowedByReferences() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  environments:
                    - id: dev-signer
                      was: [dev-signing]
                      title: signers
                """);
        Environment renamed = Catalogs.environment(catalog, "dev-signer");
        assertThat(catalog.find(new EnvironmentId("dev-signing"))).isEmpty();
        assertThat(renamed.title()).isEqualTo("signers");
        assertThat(renamed.members()).hasSize(6);
        assertThat(renamed.naming().formerIds()).containsExactly(new EnvironmentId("dev-signing"));
        assertThat(renamed.units()).containsExactly(new UnitName("dev-signer"));
        assertThat(found(catalog, "dev-signing")).isEqualTo(renamed);
        assertThat(Catalogs.environment(catalog, "dev").parts())
                .contains(renamed.id())
                .doesNotContain(new EnvironmentId("dev-signing"));
        assertThat(Catalogs.environment(catalog, "comm-t-signing-dev").use()).containsExactly(renamed.id());
    }

    @Test
    void aRenameIsFollowedByPreferences() {
        Catalog catalog = Catalogs.of("catalog: {environments: [{id: dev-bounce, was: [dev-bouncer]}]}");
        assertThat(found(catalog, "bouncer-dev")).isEqualTo(Catalogs.environment(catalog, "dev-bounce"));
    }

    @Test
    void formerIdsAddUp() {
        Catalog catalog =
                Catalogs.of("catalog: {environments: [{id: vpn-signing-dev, was: [mozillavpn-t-signing-dev]}]}");
        assertThat(Catalogs.environment(catalog, "vpn-signing-dev").naming().formerIds())
                .extracting(EnvironmentId::value)
                .containsExactly("mozillavpn-t-signing-dev", "mpd001-t-signing-dev");
    }

    @Test
    void preferDecidesBetweenTwoMeanings() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  environments:
                    - {id: box, kind: dev-set, title: Box, mode: exclusive, aliases: [fxci]}
                  prefer:
                    FXCI: {lease: box, about: taskcluster-firefoxci}
                """);
        assertThat(found(catalog, "fxci").id().value()).isEqualTo("box");
        assertThat(catalog.names().resolve("fxci", Sense.THING))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found -> assertThat(found.environment().id().value()).isEqualTo("taskcluster-firefoxci"));
    }

    @Test
    void preferGivesATreeItsNameBackFromAService() {
        Catalog catalog = Catalogs.of("catalog: {prefer: {balrog: {lease: dev-balrog, about: balrog}}}");
        assertThat(found(catalog, "balrog").id().value()).isEqualTo("dev-balrog");
        assertThat(catalog.names().resolve("balrog", Sense.THING))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found -> assertThat(found.environment().id().value()).isEqualTo("balrog"));
    }

    @Test
    void anUmbrellaHoldsTheUnitsOfItsParts() {
        Catalog catalog = Catalogs.of("""
                catalog:
                  environments:
                    - {id: both, kind: dev-set, title: Both, mode: exclusive, parts: [dev-lando, dev-tree]}
                    - {id: one-slot, kind: service, title: Slot, mode: exclusive, units: [slot-a, slot-b]}
                """);
        assertThat(Catalogs.environment(catalog, "both").units())
                .containsExactly(new UnitName("dev-lando"), new UnitName("dev-tree"));
        assertThat(Catalogs.environment(catalog, "one-slot").units())
                .containsExactly(new UnitName("slot-a"), new UnitName("slot-b"));
        assertThat(Catalogs.environment(catalog, "one-slot").mode()).isEqualTo(Mode.EXCLUSIVE);
    }

    private static Environment found(Catalog catalog, String name) {
        return ((Resolution.Found) catalog.names().resolve(name, Sense.LEASE)).environment();
    }
}
