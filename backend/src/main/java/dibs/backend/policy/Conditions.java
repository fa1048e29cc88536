package dibs.backend.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What conditions are made of. */
final class Conditions {
    private Conditions() {}

    /** Every part of every condition of the policy, itself included, those of situations too. */
    static List<Condition> parts(Policy policy) {
        List<Condition> parts = new ArrayList<>();
        policy.situations().values().forEach(condition -> collect(condition, parts));
        policy.presumptions().forEach(presumption -> collect(presumption.when(), parts));
        for (Rule rule : policy.rules().values()) {
            rule.clauses().forEach(clause -> collect(clause.when(), parts));
            rule.alternatives().forEach(alternative -> collect(alternative.when(), parts));
        }
        return parts;
    }

    private static void collect(Condition condition, List<Condition> parts) {
        parts.add(condition);
        switch (condition) {
            case Condition.All all -> all.parts().forEach(part -> collect(part, parts));
            case Condition.Any any -> any.parts().forEach(part -> collect(part, parts));
            case Condition.Not not -> collect(not.part(), parts);
            default -> {}
        }
    }

    /**
     * The names of the facts that the condition may rest on, by way of situations and other rules too. Attributes that a
     * fact may settle are not among them.
     */
    static Set<String> facts(Condition condition, Policy policy) {
        Set<String> names = new LinkedHashSet<>();
        names(condition, policy, names, new LinkedHashSet<>());
        return names;
    }

    private static void names(Condition condition, Policy policy, Set<String> names, Set<String> seen) {
        switch (condition) {
            case Condition.Fact fact -> names.add(fact.name());
            case Condition.Given given -> names.add(given.name());
            case Condition.ForPurpose ignored -> names.add(Vocabulary.PURPOSE);
            case Condition.Testing ignored -> names.add(Vocabulary.PURPOSE);
            case Condition.In in -> {
                if (seen.add("in " + in.situation())) {
                    names(policy.situations().getOrDefault(in.situation(), Condition.ALWAYS), policy, names, seen);
                }
            }
            case Condition.PermittedBy permitted ->
                permitted.rules().stream()
                        .filter(rule -> seen.add("rule " + rule))
                        .forEach(rule -> policy.rule(rule)
                                .ifPresent(it ->
                                        it.clauses().forEach(clause -> names(clause.when(), policy, names, seen))));
            case Condition.All all -> all.parts().forEach(part -> names(part, policy, names, seen));
            case Condition.Any any -> any.parts().forEach(part -> names(part, policy, names, seen));
            case Condition.Not not -> names(not.part(), policy, names, seen);
            case Condition.Consumer ignored -> {}
            case Condition.TheEnvironment ignored -> {}
            case Condition.Wired ignored -> {}
            case Condition.WiredFrom ignored -> {}
            case Condition.Indirect ignored -> {}
            case Condition.Severed ignored -> {}
            case Condition.Reaches ignored -> {}
        }
    }

    /** Whether the condition names the fact, so that what is presumed by it reads the fact anew. */
    static boolean reads(Condition condition, String fact) {
        List<Condition> parts = new ArrayList<>();
        collect(condition, parts);
        return parts.stream().anyMatch(part -> switch (part) {
            case Condition.Fact it -> it.name().equals(fact);
            case Condition.Given it -> it.name().equals(fact);
            case Condition.ForPurpose ignored -> fact.equals(Vocabulary.PURPOSE);
            default -> false;
        });
    }

    /** What the condition looks for behind the environment. */
    static List<SubjectTest> reached(Condition condition) {
        List<Condition> parts = new ArrayList<>();
        collect(condition, parts);
        return parts.stream()
                .filter(Condition.Reaches.class::isInstance)
                .map(part -> ((Condition.Reaches) part).test())
                .toList();
    }

    /** The purposes that any of the conditions names, in order. */
    static Set<Purpose> purposes(Iterable<Condition> conditions, Map<String, Condition> situations) {
        Set<Purpose> named = new LinkedHashSet<>();
        List<Condition> parts = new ArrayList<>();
        conditions.forEach(condition -> collect(condition, parts));
        situations.values().forEach(condition -> collect(condition, parts));
        for (Condition part : parts) {
            if (part instanceof Condition.ForPurpose purposes) {
                purposes.patterns().forEach(pattern -> named.add(new Purpose(pattern.purpose(), pattern.subject())));
            }
        }
        return named;
    }
}
