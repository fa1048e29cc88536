package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.policy.Policy;
import dibs.backend.policy.Vocabulary;
import dibs.backend.policy.Vocabulary.Access;
import dibs.backend.policy.Vocabulary.FactKind;
import dibs.backend.policy.Vocabulary.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuiltinPolicyTest {
    private static final Policy POLICY = PolicyLoader.builtin();

    @Test
    void itsFilesFitTheSchema() {
        List<Fault> faults = new ArrayList<>();
        SchemaCheck check = new SchemaCheck();
        PolicyLoader.documents().forEach(file -> check.checkPolicy(file, faults));
        assertThat(faults).isEmpty();
    }

    @Test
    void itFitsTheBuiltInCatalog() {
        List<Fault> faults = new ArrayList<>();
        PolicyLoader.documents()
                .forEach(file -> PolicyLoader.builtin(
                        new CatalogNames(Optional.of(ConfigLoader.builtinLayer(faults)), Optional.of(file.file())),
                        faults));
        assertThat(faults).isEmpty();
    }

    @Test
    void itsWordsAreThereInTheFilesOrder() {
        Vocabulary words = POLICY.vocabulary();
        assertThat(words.accesses().keySet()).startsWith("read-only", "copy-to").endsWith("create");
        assertThat(words.accesses().values())
                .filteredOn(access -> !access.implied())
                .extracting(Access::id)
                .containsExactly("copy-to", "create");
        assertThat(words.accesses().values())
                .flatExtracting(Access::words)
                .contains(new Phrase("dep-sign", Map.of("credential", "dep")));
        assertThat(words.purposes().values())
                .filteredOn(purpose -> purpose.id().equals("test"))
                .singleElement()
                .satisfies(test -> assertThat(test.about()).containsExactly("service", "script"));
        assertThat(words.facts().values())
                .filteredOn(fact -> !fact.narrowed().isEmpty())
                .extracting(FactKind::name)
                .containsExactly("lease", "consumer_lease");
        assertThat(words.facts().values())
                .filteredOn(fact -> fact.settles().isPresent())
                .extracting(FactKind::name)
                .contains("level");
    }
}
