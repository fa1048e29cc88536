package dibs.bot.command;

import dibs.backend.policy.Clause;
import dibs.backend.policy.Condition;
import dibs.backend.policy.Policy;
import dibs.backend.policy.SubjectTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of a policy's own that conditions use, with what they mean, in the order in which they come up. */
final class PolicyTerms {
    private final Policy policy;
    private final Map<String, String> meanings = new LinkedHashMap<>();

    private PolicyTerms(Policy policy) {
        this.policy = policy;
    }

    /** The classes and situations that the clauses name, and those that these name. */
    static Map<String, String> of(List<Clause> clauses, Policy policy) {
        PolicyTerms terms = new PolicyTerms(policy);
        clauses.forEach(clause -> terms.read(clause.when()));
        return terms.meanings;
    }

    private void read(Condition condition) {
        switch (condition) {
            case Condition.Consumer it -> read(it.test());
            case Condition.TheEnvironment it -> read(it.test());
            case Condition.WiredFrom it -> read(it.from());
            case Condition.Reaches it -> read(it.test());
            case Condition.All it -> it.parts().forEach(this::read);
            case Condition.Any it -> it.parts().forEach(this::read);
            case Condition.Not it -> read(it.part());
            case Condition.In it ->
                Optional.ofNullable(policy.situations().get(it.situation())).ifPresent(situation -> {
                    if (meanings.putIfAbsent(it.situation(), ConditionWords.of(situation)) == null) {
                        read(situation);
                    }
                });
            default -> {
                // Facts and purposes are words of the question, not of the policy.
            }
        }
    }

    private void read(SubjectTest test) {
        switch (test) {
            case SubjectTest.Is it -> it.classes().forEach(this::readClass);
            case SubjectTest.All it -> it.parts().forEach(this::read);
            case SubjectTest.Any it -> it.parts().forEach(this::read);
            case SubjectTest.Not it -> read(it.part());
            case SubjectTest.Has ignored -> {}
            case SubjectTest.HasAny ignored -> {}
        }
    }

    private void readClass(String name) {
        SubjectTest test = policy.classes().get(name);
        if (test != null && meanings.putIfAbsent(name, ConditionWords.of(test)) == null) {
            read(test);
        }
    }
}
