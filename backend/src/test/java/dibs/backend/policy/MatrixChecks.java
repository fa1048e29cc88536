package dibs.backend.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What holds of every verdict, whatever the rules say. */
final class MatrixChecks {
    private MatrixChecks() {}

    /** What is wrong with the verdict. */
    static List<String> faults(Verdict verdict, Policy policy) {
        List<String> faults = new ArrayList<>();
        check(!verdict.cited().isEmpty(), "no rule is cited", faults);
        for (Verdict.Cited cited : verdict.cited()) {
            check(policy.rules().containsKey(cited.rule()), "a rule that does not exist", faults);
            check(!cited.reason().isBlank(), "a blank reason", faults);
            check(!cited.reason().contains("{"), "a name that is not filled in", faults);
        }
        switch (verdict.answer()) {
            case SAFE -> {
                check(has(verdict, Verdict.Part.ALLOWS), "safe without a permission", faults);
                check(verdict.conditions().isEmpty(), "safe under conditions", faults);
            }
            case UNSAFE -> {
                check(has(verdict, Verdict.Part.FORBIDS), "unsafe without a prohibition", faults);
                check(!verdict.alternatives().isEmpty(), "unsafe without a way out", faults);
            }
            case CONDITIONAL ->
                check(!verdict.conditions().isEmpty() || silent(verdict, policy), "conditional on nothing", faults);
            case UNKNOWN -> check(verdict.conditions().isEmpty(), "unknown under conditions", faults);
        }
        verdict.conditions().forEach(line -> check(!line.isBlank(), "a blank condition", faults));
        verdict.alternatives().forEach(way -> check(!way.text().isBlank(), "a blank way out", faults));
        return faults;
    }

    /** What one access must not be where another is. */
    static List<String> order(Map<String, Answer> answers) {
        List<String> faults = new ArrayList<>();
        boolean read = answers.get("read-only") == Answer.UNSAFE;
        boolean claim = answers.get("claim") == Answer.UNSAFE;
        check(!read || answers.get("write") == Answer.UNSAFE, "unsafe to read and not to write", faults);
        check(!claim || answers.get("push-arbitrary-code") == Answer.UNSAFE, "unsafe to claim and not to push", faults);
        return faults;
    }

    private static boolean has(Verdict verdict, Verdict.Part part) {
        return verdict.cited().stream().anyMatch(cited -> cited.part() == part);
    }

    /** Where no rule speaks the owner is asked, who is named in the reason. */
    private static boolean silent(Verdict verdict, Policy policy) {
        return policy.engine(Rule.Engine.SILENT)
                .filter(rule -> verdict.rules().equals(List.of(rule.id())))
                .isPresent();
    }

    private static void check(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
