package dibs.backend.policy.cases;

import dibs.backend.policy.Answer;
import java.util.List;
import java.util.Optional;

/**
 * What became of a case.
 *
 * @param answer what the rules say; nothing where the question was not understood
 * @param rules the rules that are cited
 * @param alternatives the ways out in words, or the names that may have been meant
 * @param differences what is otherwise than it has to be, one sentence each; empty where the case passes
 */
public record CaseResult(
        WrittenCase written,
        Optional<Answer> answer,
        List<String> rules,
        List<String> alternatives,
        List<String> conditions,
        List<String> differences) {
    private static final String MISUNDERSTOOD = "misunderstood";

    public CaseResult {
        rules = List.copyOf(rules);
        alternatives = List.copyOf(alternatives);
        conditions = List.copyOf(conditions);
        differences = List.copyOf(differences);
    }

    /** A question that was not understood, which is otherwise than it has to be. */
    public static CaseResult misunderstood(WrittenCase written, String why) {
        return new CaseResult(written, Optional.empty(), List.of(), List.of(), List.of(), List.of(why));
    }

    /** The answer as people and scripts read it. */
    public String got() {
        return answer.map(Answer::word).orElse(MISUNDERSTOOD);
    }

    /** Whether everything is as it has to be. */
    public boolean passes() {
        return differences.isEmpty();
    }

    /** Whether at least the answer is as it has to be. */
    public boolean hasExpectedAnswer() {
        return answer.equals(Optional.of(written.expected()));
    }

    /** Whether it was called safe and is unsafe: the one difference that does harm. */
    public boolean isUnsafeCalledSafe() {
        return written.expected() == Answer.UNSAFE && answer.equals(Optional.of(Answer.SAFE));
    }
}
