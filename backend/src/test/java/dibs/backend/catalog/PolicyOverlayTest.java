package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyChange;
import dibs.backend.policy.Presumption;
import dibs.backend.policy.SubjectTest;
import dibs.backend.policy.Vocabulary.Access;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyOverlayTest {
    private static final String REVISION = "  revision: {by: ann, why: a test}\n";
    private static final String RULE = "{title: Mine, reason: It is., says: [{forbid: {}}]}";

    @Test
    void withoutASectionTheBuiltInPolicyHolds() {
        Policy builtin = PolicyLoader.builtin();
        assertThat(Catalogs.config("settings: {DIBS_PORT: 1}").policy()).isEqualTo(builtin);
        assertThat(Catalogs.config("policy: {}").policy()).isEqualTo(builtin);
        assertThat(Catalogs.config("catalog: {base: none}").policy()).isEqualTo(builtin);
    }

    @Test
    void aKnownKeyReplacesItsEntryWholeANewOneAddsAndOneCanBeSwitchedOff() {
        Policy policy =
                Catalogs.config("policy:\n" + REVISION + """
                  accesses:
                    claim: {say: take}
                    create: {off: true}
                    dance: {say: dance with}
                  rules:
                    X1: %s
                """.formatted(RULE)).policy();
        Policy builtin = PolicyLoader.builtin();
        assertThat(policy.revision()).isEqualTo(new Policy.Revision("ann", "a test"));
        assertThat(policy.vocabulary().accesses().keySet())
                .startsWith("read-only", "copy-to")
                .doesNotContain("create")
                .endsWith("claim", "push-arbitrary-code", "dance");
        assertThat(policy.vocabulary().accesses().values()).contains(new Access("claim", "take", List.of(), true));
        assertThat(policy.vocabulary().purposes())
                .isEqualTo(builtin.vocabulary().purposes());
        assertThat(PolicyChange.between(builtin, policy))
                .hasToString("[rule X1 added, access claim changed, access dance added, access create removed]");
        assertThat(PolicyChange.between(policy, policy)).isEmpty();
    }

    @Test
    void ownPresumptionsComeBeforeTheBuiltInOnes() {
        assertThat(Catalogs.config("policy:\n" + REVISION + """
                  presumptions:
                    calm: {fact: chemspill, value: false}
                """).policy().presumptions())
                .extracting(Presumption::id)
                .startsWith("calm");
    }

    @Test
    void baseNoneStartsFromNothing() {
        Policy policy = Catalogs.config("policy:\n  base: none\n" + REVISION + "  rules: {X1: " + RULE + "}\n")
                .policy();
        assertThat(policy.rules().keySet()).containsExactly("X1");
        assertThat(policy.vocabulary().accesses()).isEmpty();
        assertThat(policy.vocabulary().facts()).isEmpty();
    }

    @Test
    void aPolicyOfAnotherOrganisationSpeaksOfItsOwnCatalog() {
        Policy policy = Catalogs.config("""
                catalog:
                  base: none
                  environments:
                    - {id: kitchen, kind: service, title: The kitchen, mode: shared}
                policy:
                  base: none
                  revision: {by: ann, why: our own}
                  classes: {hot: {id: kitchen}}
                """).policy();
        assertThat(policy.classes()).isEqualTo(Map.of("hot", new SubjectTest.Has("id", List.of("kitchen"))));
    }

    @Test
    void anIdThatWasRenamedHasToBeWrittenAsItIsNow() {
        assertThat(Catalogs.faults("""
                catalog:
                  environments:
                    - {id: dev-landing, was: [dev-lando]}
                policy:
                  revision: {by: ann, why: a test}
                  classes: {landing: {id: dev-lando}}
                """))
                .containsExactly("dibs.yaml:6: dev-lando is now called dev-landing: write that");
    }
}
