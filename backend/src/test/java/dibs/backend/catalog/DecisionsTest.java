package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.policy.Decision;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyEngine;
import dibs.backend.policy.Question;
import dibs.backend.policy.Subject;
import dibs.backend.policy.Verdict;
import dibs.backend.policy.Vocabulary;
import dibs.backend.policy.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Decisions alone are what whole verdicts come to, by the built-in rules and catalog. */
class DecisionsTest {
    private static final int PAIRS = "soak".equals(System.getProperty("dibs.scale")) ? 2_000 : 40;

    @Test
    void aDecisionIsWhatTheVerdictComesTo() {
        Catalog catalog = Catalogs.builtin();
        Policy policy = PolicyLoader.builtin();
        PolicyEngine engine = new PolicyEngine(policy, World.of(catalog));
        List<Subject> subjects = List.copyOf(engine.world().subjects().values());
        List<Optional<String>> accesses = new ArrayList<>();
        accesses.add(Optional.empty());
        policy.vocabulary().accesses().keySet().forEach(access -> accesses.add(Optional.of(access)));
        Random random = new Random(11);
        for (int pair = 0; pair < PAIRS; pair++) {
            Subject consumer = subjects.get(random.nextInt(subjects.size()));
            Subject environment = subjects.get(random.nextInt(subjects.size()));
            List<Decision> decisions = engine.decide(consumer, environment, accesses);
            for (int index = 0; index < accesses.size(); index++) {
                Map<String, List<String>> told = new LinkedHashMap<>();
                accesses.get(index).ifPresent(access -> told.put(Vocabulary.ACCESS, List.of(access)));
                Verdict verdict =
                        engine.judge(new Question(consumer, Optional.of(environment), told, List.of(), List.of()));
                assertThat(decisions.get(index))
                        .as("%s %s %s", consumer.id(), environment.id(), told)
                        .isEqualTo(new Decision(verdict.answer(), verdict.rules()));
            }
        }
    }
}
