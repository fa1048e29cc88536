package dibs.backend.policy;

import dibs.backend.policy.Clause.Effect;
import dibs.backend.policy.Vocabulary.Access;
import dibs.backend.policy.Vocabulary.FactKind;
import dibs.backend.policy.Vocabulary.PurposeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Small policies at random, with each sort of condition, in the words of one vocabulary. They shrink to rules that say little. */
final class RandomPolicies {
    /** The rule of the engine for what is missing. */
    static final String MISSING = "E1";

    /** The rule of the engine for when none speaks. */
    static final String SILENT = "E2";

    /** Rules that permit, so that others may ask whether they do. */
    private static final List<String> PERMITTING = List.of("P1", "P2");

    private static final List<String> SITUATIONS = List.of("rush", "calm");

    private RandomPolicies() {}

    /** Policies of every sort. */
    static Arbitrary<Policy> policies() {
        Arbitrary<Condition> base = RandomConditions.plain();
        Arbitrary<Condition> full = RandomConditions.from(Arbitraries.oneOf(
                RandomConditions.leaves(),
                Arbitraries.of(SITUATIONS).map(Condition.In::new),
                Arbitraries.of(PERMITTING).map(rule -> new Condition.PermittedBy(List.of(rule)))));
        Arbitrary<List<Clause>> says = clauses(full).list().ofMinSize(1).ofMaxSize(2);
        return Combinators.combine(
                        vocabularies(),
                        base.list().ofSize(SITUATIONS.size()),
                        presumptions().list().ofMaxSize(3),
                        clause(Effect.ALLOW, base).list().ofSize(PERMITTING.size()),
                        says.list().ofMaxSize(4).withSizeDistribution(RandomDistribution.uniform()),
                        absences().list().ofMaxSize(1))
                .as(RandomPolicies::policy);
    }

    private static Policy policy(
            Vocabulary words,
            List<Condition> situations,
            List<Presumption> presumptions,
            List<Clause> permitting,
            List<List<Clause>> says,
            List<Clause> absences) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        put(rules, engine(MISSING, Rule.Engine.MISSING));
        for (int index = 0; index < permitting.size(); index++) {
            put(rules, rule(PERMITTING.get(index), List.of(permitting.get(index))));
        }
        for (int index = 0; index < says.size(); index++) {
            put(rules, rule("R" + (index + 1), says.get(index)));
        }
        absences.forEach(clause -> put(rules, rule("A1", List.of(clause))));
        put(rules, engine(SILENT, Rule.Engine.SILENT));
        Map<String, Condition> named = new LinkedHashMap<>();
        for (int index = 0; index < situations.size(); index++) {
            named.put(SITUATIONS.get(index), situations.get(index));
        }
        List<Presumption> numbered = IntStream.range(0, presumptions.size())
                .mapToObj(index -> renamed(presumptions.get(index), "p" + index))
                .toList();
        return new Policy(
                new Policy.Revision("ann", "at random"), words, RandomConditions.CLASSES, named, numbered, rules);
    }

    private static Presumption renamed(Presumption it, String id) {
        return new Presumption(id, it.when(), it.fact(), it.value());
    }

    private static void put(Map<String, Rule> rules, Rule rule) {
        rules.put(rule.id(), rule);
    }

    /** A rule with those clauses. */
    static Rule rule(String id, List<Clause> says) {
        return made(id, Optional.empty(), says);
    }

    private static Rule engine(String id, Rule.Engine what) {
        return made(id, Optional.of(what), List.of());
    }

    private static Rule made(String id, Optional<Rule.Engine> engine, List<Clause> says) {
        return new Rule(
                id, "rule " + id, "because of " + id, Optional.empty(), Optional.empty(), engine, says, List.of());
    }

    private static Arbitrary<Clause> clauses(Arbitrary<Condition> when) {
        return Arbitraries.frequency(
                        Tuple.of(6, Effect.ALLOW),
                        Tuple.of(6, Effect.FORBID),
                        Tuple.of(2, Effect.SUPPORT),
                        Tuple.of(2, Effect.OBLIGE),
                        Tuple.of(1, Effect.ADVISE))
                .flatMap(effect -> clause(effect, when));
    }

    /** A clause of that effect. */
    static Arbitrary<Clause> clause(Effect effect, Arbitrary<Condition> when) {
        return when.map(condition -> new Clause(effect, condition, List.of("see to it"), Optional.empty()));
    }

    /** What does not exist is so by the catalog alone. */
    private static Arbitrary<Clause> absences() {
        SubjectTest missing = new SubjectTest.Has("kind", List.of("missing"));
        return Arbitraries.of(Effect.ABSENT_UNKNOWN, Effect.ABSENT_UNSAFE)
                .map(effect -> new Clause(
                        effect, new Condition.TheEnvironment(missing), List.of("there is none"), Optional.empty()));
    }

    private static Arbitrary<Presumption> presumptions() {
        return Combinators.combine(RandomConditions.plain(), Arbitraries.of(RandomConditions.PRESUMED))
                .as((when, fact) -> new Presumption("p", when, fact.get1(), fact.get2()));
    }

    private static Arbitrary<Vocabulary> vocabularies() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(either, either, either, either)
                .as((copyImplied, releaseTests, wide, tryAbout) -> new Vocabulary(
                        keyed(
                                List.of(
                                        new Access("read", "read", List.of(), true),
                                        new Access("write", "write to", List.of(), true),
                                        new Access("copy", "copy to", List.of(), copyImplied)),
                                Access::id),
                        keyed(
                                List.of(
                                        purpose(
                                                "try",
                                                tryAbout ? List.of("service") : List.of("service", "product"),
                                                true,
                                                false),
                                        purpose("trying", List.of(), true, wide),
                                        purpose("release", List.of("product"), releaseTests, false),
                                        purpose("ship", List.of(), false, false)),
                                PurposeKind::id),
                        keyed(
                                List.of(
                                        fact("ticket", List.of("true", "false"), Optional.empty(), Map.of()),
                                        fact(
                                                "seat",
                                                List.of("a", "b", "c"),
                                                Optional.empty(),
                                                Map.of("front", List.of("a", "b"))),
                                        fact("level", List.of("1", "3"), Optional.of("scm-level"), Map.of()),
                                        goods(),
                                        fact("format", List.of(), Optional.empty(), Map.of())),
                                FactKind::name)));
    }

    private static PurposeKind purpose(String id, List<String> about, boolean testing, boolean wide) {
        return new PurposeKind(id, "to " + id, List.of(), about, testing, wide);
    }

    private static FactKind fact(
            String name, List<String> values, Optional<String> settles, Map<String, List<String>> narrowed) {
        return new FactKind(name, values, Optional.empty(), narrowed, Map.of(), "which " + name, settles);
    }

    private static FactKind goods() {
        return new FactKind(
                "goods",
                List.of(),
                Optional.of("product"),
                Map.of(),
                Map.of(),
                "which product it is",
                Optional.of("product"));
    }

    private static <T> Map<String, T> keyed(List<T> all, Function<T, String> key) {
        Map<String, T> keyed = new LinkedHashMap<>();
        all.forEach(each -> keyed.put(key.apply(each), each));
        return keyed;
    }
}
