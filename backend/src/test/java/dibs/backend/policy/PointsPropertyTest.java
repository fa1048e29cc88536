package dibs.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.policy.RandomQuestions.Asked;
import dibs.backend.policy.Verdict.Point;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a conditional verdict says is missing is what is missing. */
class PointsPropertyTest {
    @Provide
    Arbitrary<Asked> questions() {
        return RandomQuestions.asked();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aPointThatIsToldLeadsToTheVerdictThatWasAnnounced(@ForAll("questions") Asked asked) {
        for (Point point : asked.verdict().points()) {
            point.outcomes()
                    .forEach((answer, values) -> assertThat(values).allSatisfy(value -> {
                        assertThat(asked.answer(telling(asked.question(), point, value)))
                                .as(point.facts() + " " + value)
                                .isEqualTo(answer);
                    }));
        }
    }

    static Question telling(Question question, Point point, String value) {
        if (point.facts().size() == 1) {
            return question.telling(point.facts().getFirst(), value);
        }
        Question told = question;
        for (String one : value.split(" \\+ ")) {
            told = told.telling(one.substring(0, one.indexOf(':')), one.substring(one.indexOf(':') + 1));
        }
        return told;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyPointChangesTheVerdictAndNoneOfItsFactsIsToSpare(@ForAll("questions") Asked asked) {
        List<Point> points = asked.verdict().points();
        if (points.stream()
                .allMatch(point -> point.facts().size() == 1 && point.outcomes().size() < 2)) {
            return; // nothing changes it: what it is open by is named all the same
        }
        for (Point point : points) {
            Set<Answer> answers = new LinkedHashSet<>(point.outcomes().keySet());
            if (!answers.equals(Set.of(Answer.SAFE))) {
                assertThat(answers).hasSizeGreaterThan(1);
                continue;
            }
            String way = point.outcomes().getOrDefault(Answer.SAFE, List.of()).getFirst();
            List<String> told = List.of(way.split(" \\+ "));
            assertThat(told).hasSizeGreaterThan(1);
            for (String left : told) {
                List<String> rest = new ArrayList<>(told);
                rest.remove(left);
                Question question = asked.question();
                for (String one : rest) {
                    question =
                            question.telling(one.substring(0, one.indexOf(':')), one.substring(one.indexOf(':') + 1));
                }
                assertThat(asked.answer(question)).as("without " + left).isNotEqualTo(Answer.SAFE);
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aMissingFactIsNamedIfAndOnlyIfItsValuesDecideDifferently(@ForAll("questions") Asked asked) {
        Verdict verdict = asked.verdict();
        NaiveRules naive = new NaiveRules(asked.policy(), asked.world());
        boolean silent = verdict.rules().equals(List.of(RandomPolicies.SILENT));
        Assume.that(verdict.answer() == Answer.CONDITIONAL && !silent);
        Set<String> undecided = naive.undecided(asked.question());
        for (Map.Entry<String, List<String>> fact : Missing.of(asked).entrySet()) {
            Set<Answer> answers = new LinkedHashSet<>();
            fact.getValue()
                    .forEach(value -> answers.add(naive.say(asked.question().telling(fact.getKey(), value))
                            .answer()));
            boolean named = verdict.points().stream()
                    .anyMatch(it -> it.facts().equals(List.of(fact.getKey()))
                            && it.outcomes().size() > 1);
            boolean rests = undecided.contains(fact.getKey())
                    || Missing.settles(fact.getKey(), asked.question().consumer());
            assertThat(named).as(fact.toString()).isEqualTo(rests && answers.size() > 1);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsConditionalNamesItsPoints(@ForAll("questions") Asked asked) {
        Verdict verdict = asked.verdict();
        boolean silent = verdict.rules().equals(List.of(RandomPolicies.SILENT));
        if (verdict.answer() == Answer.CONDITIONAL && !silent) {
            assertThat(verdict.conditions()).isNotEmpty();
        } else {
            assertThat(verdict.conditions()).isEmpty();
        }
    }
}
