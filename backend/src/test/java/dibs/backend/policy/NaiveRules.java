package dibs.backend.policy;

import dibs.backend.policy.Clause.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The order of the rules, written down a second time and as plainly as it can be: no index, no early end. A truth is the
 * set of what may be so: true, false or both.
 */
final class NaiveRules {
    private final Policy policy;
    private final World world;

    NaiveRules(Policy policy, World world) {
        this.policy = policy;
        this.world = world;
    }

    /**
     * What is said of a question.
     *
     * @param cited the rules that decided
     */
    record Said(Answer answer, Set<String> cited) {}

    /** A clause that does not rule itself out. */
    private record Spoken(String rule, Effect effect, boolean certain, boolean waived) {
        boolean forbids() {
            return effect == Effect.FORBID && !waived;
        }

        boolean obliges() {
            return effect == Effect.OBLIGE && !waived;
        }

        /** What is waived permits. */
        boolean allows() {
            return effect == Effect.ALLOW || waived;
        }

        boolean absent() {
            return effect == Effect.ABSENT_UNKNOWN || effect == Effect.ABSENT_UNSAFE;
        }

        boolean isCitedWhenOpen() {
            return forbids()
                    || obliges()
                    || allows()
                    || effect == Effect.SUPPORT
                    || (effect == Effect.ADVISE && certain);
        }
    }

    /** What the rules come to. */
    Said say(Question question) {
        List<Spoken> spoken = spoken(question);
        Optional<Spoken> absent =
                spoken.stream().filter(it -> it.absent() && it.certain()).findFirst();
        if (absent.isPresent()) {
            boolean unknown = absent.get().effect() == Effect.ABSENT_UNKNOWN;
            return new Said(
                    unknown ? Answer.UNKNOWN : Answer.UNSAFE,
                    Set.of(absent.get().rule()));
        }
        if (any(spoken, it -> it.forbids() && it.certain())) {
            return new Said(Answer.UNSAFE, cited(spoken, it -> it.forbids() && it.certain()));
        }
        boolean hindered = any(spoken, it -> it.forbids() || it.obliges());
        if (!hindered && any(spoken, it -> it.allows() && it.certain())) {
            return new Said(
                    Answer.SAFE,
                    cited(
                            spoken,
                            it -> it.certain()
                                    && (it.allows() || it.effect() == Effect.SUPPORT || it.effect() == Effect.ADVISE)));
        }
        boolean maybe = any(spoken, it -> it.allows() || (it.effect() == Effect.SUPPORT && !it.certain()));
        if (hindered || maybe) {
            Set<String> cited = cited(spoken, Spoken::isCitedWhenOpen);
            policy.engine(Rule.Engine.MISSING).ifPresent(rule -> cited.add(rule.id()));
            return new Said(Answer.CONDITIONAL, cited);
        }
        return new Said(
                Answer.CONDITIONAL,
                policy.engine(Rule.Engine.SILENT).map(rule -> Set.of(rule.id())).orElse(Set.of()));
    }

    private static boolean any(List<Spoken> spoken, Predicate<Spoken> which) {
        return spoken.stream().anyMatch(which);
    }

    private static Set<String> cited(List<Spoken> spoken, Predicate<Spoken> which) {
        Set<String> cited = new LinkedHashSet<>();
        spoken.stream().filter(which).forEach(it -> cited.add(it.rule()));
        return cited;
    }

    private List<Spoken> spoken(Question question) {
        NaiveConditions known = known(question);
        List<Spoken> spoken = new ArrayList<>();
        for (Rule rule : policy.rules().values()) {
            boolean waived =
                    question.waivers().stream().anyMatch(waiver -> waiver.rule().equals(rule.id()));
            for (Clause clause : rule.clauses()) {
                Set<Boolean> truth = known.truth(clause.when());
                boolean lifted = waived && (clause.effect() == Effect.FORBID || clause.effect() == Effect.OBLIGE);
                if (truth.contains(true)) {
                    spoken.add(new Spoken(rule.id(), clause.effect(), truth.equals(Set.of(true)), lifted));
                }
            }
        }
        return spoken;
    }

    /** The facts that a clause of an undecided rule rests on, by way of situations and other rules' permissions too. */
    Set<String> undecided(Question question) {
        NaiveConditions known = known(question);
        Set<String> names = new LinkedHashSet<>();
        for (Rule rule : policy.rules().values()) {
            for (Clause clause : rule.clauses()) {
                if (known.truth(clause.when()).size() > 1) {
                    rests(clause.when(), names);
                }
            }
        }
        return names;
    }

    private void rests(Condition condition, Set<String> names) {
        switch (condition) {
            case Condition.Fact it -> names.add(it.name());
            case Condition.Given it -> names.add(it.name());
            case Condition.ForPurpose ignored -> names.add("purpose");
            case Condition.Testing ignored -> names.add("purpose");
            case Condition.All it -> it.parts().forEach(part -> rests(part, names));
            case Condition.Any it -> it.parts().forEach(part -> rests(part, names));
            case Condition.Not it -> rests(it.part(), names);
            case Condition.In it -> rests(policy.situations().getOrDefault(it.situation(), Condition.ALWAYS), names);
            case Condition.PermittedBy it ->
                it.rules().stream()
                        .flatMap(id -> policy.rule(id).stream())
                        .flatMap(rule -> rule.clauses().stream())
                        .forEach(clause -> rests(clause.when(), names));
            default -> {}
        }
    }

    /** What is known once all is presumed that may be, earlier presumptions first. */
    NaiveConditions known(Question question) {
        Subject consumer = settled(question);
        Map<String, List<String>> presumed = new LinkedHashMap<>();
        for (Presumption presumption : policy.presumptions()) {
            NaiveConditions so = new NaiveConditions(policy, world, question, consumer, presumed);
            boolean anew = namesItself(presumption.when(), presumption.fact());
            boolean known = question.told().containsKey(presumption.fact()) || presumed.containsKey(presumption.fact());
            if ((anew || !known) && so.truth(presumption.when()).equals(Set.of(true))) {
                filled(presumption.value(), question, consumer)
                        .ifPresent(value -> presumed.put(presumption.fact(), List.of(value)));
            }
        }
        return new NaiveConditions(policy, world, question, consumer, presumed);
    }

    /** A value that takes what the first of some attributes is; nothing where there is none of them. */
    private static Optional<String> filled(String value, Question question, Subject consumer) {
        int from = value.indexOf('{');
        if (from < 0) {
            return Optional.of(value);
        }
        int point = value.indexOf('.', from);
        int to = value.indexOf('}');
        boolean asks = value.substring(from + 1, point).equals("consumer");
        Subject subject = asks ? consumer : question.environment().orElseThrow();
        return Stream.of(value.substring(point + 1, to).split("\\|"))
                .flatMap(attribute -> subject.values(attribute).stream())
                .findFirst()
                .map(it -> value.substring(0, from) + it + value.substring(to + 1));
    }

    private static boolean namesItself(Condition condition, String fact) {
        return switch (condition) {
            case Condition.Fact it -> it.name().equals(fact);
            case Condition.Given it -> it.name().equals(fact);
            case Condition.ForPurpose ignored -> fact.equals("purpose");
            case Condition.All it -> it.parts().stream().anyMatch(part -> namesItself(part, fact));
            case Condition.Any it -> it.parts().stream().anyMatch(part -> namesItself(part, fact));
            case Condition.Not it -> namesItself(it.part(), fact);
            default -> false;
        };
    }

    /** The consumer with what the question tells of it where the catalog leaves it open. */
    private Subject settled(Question question) {
        Subject consumer = question.consumer();
        for (Map.Entry<String, List<String>> fact : question.told().entrySet()) {
            if (fact.getValue().size() > 1) {
                continue;
            }
            String value = fact.getValue().getFirst();
            if (fact.getKey().equals("purpose")) {
                Purpose purpose = Purpose.of(value);
                for (String about : policy.vocabulary().about(purpose.id())) {
                    consumer = settled(consumer, about, purpose.subject().orElse(""));
                }
            } else if (policy.vocabulary().facts().containsKey(fact.getKey())) {
                Optional<String> settles =
                        policy.vocabulary().facts().get(fact.getKey()).settles();
                consumer = settles.isPresent() ? settled(consumer, settles.get(), value) : consumer;
            }
        }
        return consumer;
    }

    private static Subject settled(Subject consumer, String attribute, String value) {
        boolean possible = consumer.open().getOrDefault(attribute, List.of()).contains(value);
        return possible ? consumer.with(attribute, value) : consumer;
    }
}
