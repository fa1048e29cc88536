package dibs.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.policy.RandomQuestions.Asked;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The engine says what a second, plain reading of the rules' order says. */
class VerdictModelTest {
    @Provide
    Arbitrary<Asked> questions() {
        return RandomQuestions.asked();
    }

    @Provide
    Arbitrary<Set<String>> waivers() {
        return Arbitraries.of("P1", "R1", "R2", "R3", "A1").set().ofMaxSize(2);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theAnswerAndTheRulesThatAreCitedAreThoseOfTheModel(@ForAll("questions") Asked asked) {
        check(asked);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void soTheyAreWithExceptions(@ForAll("questions") Asked asked, @ForAll("waivers") Set<String> rules) {
        Asked waived = asked;
        for (String rule : rules) {
            waived = waived.waiving(rule);
        }
        check(waived);
    }

    private static void check(Asked asked) {
        Verdict verdict = asked.verdict();
        NaiveRules.Said said = new NaiveRules(asked.policy(), asked.world()).say(asked.question());
        assertThat(verdict.answer()).isEqualTo(said.answer());
        assertThat(verdict.rules()).containsExactlyInAnyOrderElementsOf(said.cited());
    }
}
