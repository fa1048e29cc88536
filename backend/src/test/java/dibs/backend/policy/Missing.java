package dibs.backend.policy;

import dibs.backend.policy.RandomQuestions.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which facts a random question leaves open, with the values that they may have; purposes, which have no end, aside. */
final class Missing {
    private Missing() {}

    /** Whether the fact settles what the catalog leaves open of the consumer. */
    static boolean settles(String fact, Subject consumer) {
        return consumer.open().containsKey(fact.equals("level") ? "scm-level" : fact.equals("goods") ? "product" : "");
    }

    static Map<String, List<String>> of(Asked asked) {
        NaiveConditions known = new NaiveRules(asked.policy(), asked.world()).known(asked.question());
        Map<String, List<String>> missing = new LinkedHashMap<>();
        missing.put("access", known.values("access").orElse(List.of()));
        missing.put("ticket", known.values("ticket").orElse(List.of("true", "false")));
        missing.put("seat", known.values("seat").orElse(List.of("a", "b", "c")));
        Subject consumer = asked.question().consumer();
        if (!asked.question().told().containsKey("level")) {
            missing.put("level", consumer.open().getOrDefault("scm-level", List.of("1", "3")));
        }
        if (!asked.question().told().containsKey("goods")) {
            missing.put("goods", consumer.open().getOrDefault("product", List.of()));
        }
        missing.values().removeIf(values -> values.size() < 2);
        return missing;
    }
}
