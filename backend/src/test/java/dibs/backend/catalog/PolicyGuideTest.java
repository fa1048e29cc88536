package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.policy.cases.CaseJudge;
import dibs.backend.policy.cases.CaseResult;
import dibs.backend.policy.cases.WrittenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The examples of the guide do what the guide says that they do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```\n", Pattern.DOTALL);

    private final List<DibsConfig> configs = new ArrayList<>();
    private final List<String> cases = new ArrayList<>();

    @BeforeAll
    void read() throws IOException {
        Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("../docs/policy.md")));
        while (matcher.find()) {
            String example = matcher.group(1);
            if (example.startsWith("cases:")) {
                cases.add(example);
            } else {
                configs.add(Catalogs.config(example));
            }
        }
        assertThat(configs).hasSize(2);
        assertThat(cases).hasSize(2);
    }

    @Test
    void theWorkedRuleDecidesItsCaseAndNothingDidBefore() {
        CaseResult with = only(cases.getFirst(), configs.getFirst());
        CaseResult without = only(cases.getFirst(), Catalogs.config("settings: {}"));
        assertThat(with.differences()).isEmpty();
        assertThat(without.got()).isEqualTo("conditional");
    }

    @Test
    void theCaseOfTheFormatPassesByTheBuiltInRules() {
        assertThat(only(cases.getLast(), Catalogs.config("settings: {}")).differences())
                .isEmpty();
    }

    @Test
    void theHouseOfItsOwnAnswersByItsOwnRules() {
        CaseResult result = only("""
                cases:
                  - {id: A, question: may a guest walk into the kitchen?, consumer: guest, environment: kitchen,
                     access: walk into, expected: unsafe, because: [H1]}
                """, configs.getLast());
        assertThat(result.differences()).isEmpty();
    }

    private static CaseResult only(String text, DibsConfig config) {
        CaseFile.Read read = CaseFile.parse("cases.yaml", text, config);
        assertThat(read).isInstanceOf(CaseFile.Read.Loaded.class);
        WrittenCase written = ((CaseFile.Read.Loaded) read).cases().getFirst();
        return new CaseJudge(config.catalog(), config.policy()).judge(written);
    }
}
