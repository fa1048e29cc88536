package dibs.backend.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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
        walk(condition, policy, new LinkedHashSet<>(), part -> {
            switch (part) {
                case Condition.Fact fact -> names.add(fact.name());
                case Condition.Given given -> names.add(given.name());
                case Condition.ForPurpose ignored -> names.add(Vocabulary.PURPOSE);
                case Condition.Testing ignored -> names.add(Vocabulary.PURPOSE);
                default -> {}
            }
        });
        return names;
    }

    /** Visits the condition and whatever it is made of, situations and permissions of other rules once each. */
    private static void walk(Condition condition, Policy policy, Set<String> seen, Consumer<Condition> visit) {
        visit.accept(condition);
        switch (condition) {
            case Condition.All all -> all.parts().forEach(part -> walk(part, policy, seen, visit));
            case Condition.Any any -> any.parts().forEach(part -> walk(part, policy, seen, visit));
            case Condition.Not not -> walk(not.part(), policy, seen, visit);
            case Condition.In in -> {
                Condition named = policy.situations().get(in.situation());
                if (named != null && seen.add("in " + in.situation())) {
                    walk(named, policy, seen, visit);
                }
            }
            case Condition.PermittedBy permitted ->
                permitted.rules().stream()
                        .filter(rule -> seen.add("rule " + rule))
                        .flatMap(rule -> policy.rule(rule).stream())
                        .flatMap(rule -> rule.clauses().stream())
                        .forEach(clause -> walk(clause.when(), policy, seen, visit));
            default -> {}
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

    /** The purposes that the condition names, by way of situations and other rules too. */
    static Set<Purpose> purposes(Condition condition, Policy policy) {
        Set<Purpose> named = new LinkedHashSet<>();
        walk(condition, policy, new LinkedHashSet<>(), part -> {
            if (part instanceof Condition.ForPurpose purposes) {
                purposes.patterns().forEach(pattern -> named.add(new Purpose(pattern.purpose(), pattern.subject())));
            }
        });
        return named;
    }
}
