package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Questions at random, each with the world and the policy that it is about. */
final class RandomQuestions {
    private RandomQuestions() {}

    /** A question, and of what and by which rules. */
    record Asked(Policy policy, World world, Question question) {
        /** In the words of the file, so that what a failing run prints can be read. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("\n");
            PolicyText.of(policy)
                    .forEach((part, says) ->
                            text.append(part).append(' ').append(says).append("\n"));
            world.subjects().values().forEach(it -> text.append(it).append("\n"));
            world.edges()
                    .all()
                    .forEach(it -> text.append(it.from() + " " + it.sort() + " " + it.to() + " " + it.evidence())
                            .append("\n"));
            return text + question.consumer().name() + " -> "
                    + question.environment().map(Subject::name).orElse("") + " " + question.told() + " via "
                    + question.via()
                    + " waivers "
                    + question.waivers().stream().map(Waiver::rule).toList();
        }

        Verdict verdict() {
            return verdict(question);
        }

        Verdict verdict(Question other) {
            return new PolicyEngine(policy, world).judge(other);
        }

        Answer answer(Question other) {
            return verdict(other).answer();
        }

        Asked by(Policy other) {
            return new Asked(other, world, question);
        }

        Asked in(World other) {
            return new Asked(policy, other, question);
        }

        Asked asking(Question other) {
            return new Asked(policy, world, other);
        }

        /** The same with an exception from that rule. */
        Asked waiving(String rule) {
            List<Waiver> waivers = new ArrayList<>(question.waivers());
            waivers.add(new Waiver(
                    "w-" + rule,
                    rule,
                    question.consumer().id(),
                    question.environment().orElseThrow().id(),
                    Instant.EPOCH.plusSeconds(60),
                    "because",
                    "ann",
                    Instant.EPOCH));
            return asking(new Question(
                    question.consumer(), question.environment(), question.told(), question.via(), waivers));
        }

        /** The same with the rules in another order. */
        Asked shuffled(long seed) {
            List<Rule> rules = new ArrayList<>(policy.rules().values());
            Collections.shuffle(rules, new Random(seed));
            return by(withRules(rules));
        }

        /** The same by way of something else. */
        Asked by(String link) {
            List<String> via = new ArrayList<>(question.via());
            via.add(link);
            return asking(new Question(
                    question.consumer(), question.environment(), question.told(), via, question.waivers()));
        }

        /** The same without that rule. */
        Asked without(String rule) {
            return by(withRules(policy.rules().values().stream()
                    .filter(it -> !it.id().equals(rule))
                    .toList()));
        }

        /** The same with one more rule. */
        Asked with(Rule rule) {
            List<Rule> rules = new ArrayList<>(policy.rules().values());
            rules.add(rule);
            return by(withRules(rules));
        }

        /** The same with nothing taken for granted. */
        Asked withoutPresumptions() {
            return by(new Policy(
                    policy.revision(),
                    policy.vocabulary(),
                    policy.classes(),
                    policy.situations(),
                    List.of(),
                    policy.rules()));
        }

        private Policy withRules(List<Rule> rules) {
            Map<String, Rule> byId = new LinkedHashMap<>();
            rules.forEach(rule -> byId.put(rule.id(), rule));
            return new Policy(
                    policy.revision(),
                    policy.vocabulary(),
                    policy.classes(),
                    policy.situations(),
                    policy.presumptions(),
                    byId);
        }
    }

    /** Questions that name an environment. */
    static Arbitrary<Asked> asked() {
        return Combinators.combine(
                        RandomPolicies.policies(),
                        RandomWorlds.worlds(),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 4),
                        RandomConditions.told(),
                        vias())
                .as((policy, world, consumer, environment, told, via) -> new Asked(
                        policy,
                        world,
                        new Question(
                                one(world, consumer), Optional.of(one(world, environment)), told, via, List.of())));
    }

    private static Subject one(World world, int index) {
        List<EnvironmentId> ids = List.copyOf(world.subjects().keySet());
        EnvironmentId id = ids.get(index % ids.size());
        return world.subjects().entrySet().stream()
                .filter(entry -> entry.getKey().equals(id))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** What lies between: mostly nothing, else things of the catalog or any others. */
    private static Arbitrary<List<String>> vias() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(List.of())),
                Tuple.of(
                        1,
                        Arbitraries.of("x0", "x1", "x2", "x3", "a cache")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2)));
    }
}
