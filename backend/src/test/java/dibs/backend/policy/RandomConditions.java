package dibs.backend.policy;

import dibs.backend.environment.Edge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Conditions at random, in the words of {@link RandomPolicies}, and what questions may tell in them. */
final class RandomConditions {
    /** Classes that conditions may name; one of them rests on another. */
    static final Map<String, SubjectTest> CLASSES = classes();

    /** Facts with a value that may be presumed of them. */
    static final List<Tuple2<String, String>> PRESUMED = List.of(
            Tuple.of("access", "read"),
            Tuple.of("access", "copy"),
            Tuple.of("purpose", "ship"),
            Tuple.of("purpose", "trying"),
            Tuple.of("purpose", "try:{environment.service}"),
            Tuple.of("ticket", "true"),
            Tuple.of("ticket", "false"),
            Tuple.of("seat", "c"));

    private static final List<String> PURPOSES = List.of(
            "ship", "trying", "try", "try:bank", "try:till", "try:bread", "release", "release:bread", "release:wine");

    /** What questions may tell of a fact. */
    private static final Map<String, List<List<String>>> TOLD = Map.of(
            "access", List.of(List.of("read"), List.of("write"), List.of("copy"), List.of("read", "write")),
            "ticket", List.of(List.of("true"), List.of("false")),
            "seat", List.of(List.of("a"), List.of("b"), List.of("c"), List.of("a", "b")),
            "level", List.of(List.of("1"), List.of("3")),
            "goods", List.of(List.of("bread"), List.of("wine")),
            "format", List.of(List.of("gpg"), List.of("mar")));

    private RandomConditions() {}

    private static Map<String, SubjectTest> classes() {
        Map<String, SubjectTest> classes = new LinkedHashMap<>();
        classes.put("shop", new SubjectTest.Has("tier", List.of("production")));
        classes.put("high", new SubjectTest.Has("scm-level", List.of("3")));
        classes.put(
                "guest",
                new SubjectTest.All(List.of(
                        new SubjectTest.Not(new SubjectTest.Is(List.of("shop", "high"))),
                        new SubjectTest.Any(
                                List.of(new SubjectTest.HasAny("product"), new SubjectTest.HasAny("service"))))));
        return classes;
    }

    /** Conditions that rest on no situation and on no other rule. */
    static Arbitrary<Condition> plain() {
        return from(leaves());
    }

    /** Conditions that are made of those. */
    static Arbitrary<Condition> from(Arbitrary<Condition> leaves) {
        return Arbitraries.recursive(() -> leaves, RandomConditions::wider, 0, 2);
    }

    private static Arbitrary<Condition> wider(Arbitrary<Condition> parts) {
        return Arbitraries.frequencyOf(
                Tuple.of(2, parts),
                Tuple.of(4, parts.list().ofMaxSize(3).map(Condition.All::new)),
                Tuple.of(2, parts.list().ofMinSize(1).ofMaxSize(3).map(Condition.Any::new)),
                Tuple.of(2, parts.map(Condition.Not::new)));
    }

    /** Conditions that are made of nothing else. */
    static Arbitrary<Condition> leaves() {
        Arbitrary<Condition> facts = Arbitraries.frequencyOf(
                Tuple.of(8, factIn().map(it -> new Condition.Fact(it.get1(), it.get2()))),
                Tuple.of(2, factIn().map(it -> new Condition.Given(it.get1(), it.get2()))),
                Tuple.of(1, Arbitraries.of("ticket", "format").map(it -> new Condition.Given(it, List.of("*")))),
                Tuple.of(1, Arbitraries.just(new Condition.Fact("format", List.of("*")))),
                Tuple.of(5, patterns().map(Condition.ForPurpose::new)),
                Tuple.of(2, Arbitraries.just(new Condition.Testing())));
        Arbitrary<Condition> things =
                Arbitraries.oneOf(tests().map(Condition.Consumer::new), tests().map(Condition.TheEnvironment::new));
        return Arbitraries.frequencyOf(
                Tuple.of(6, facts),
                Tuple.of(4, things),
                Tuple.of(3, ways()),
                Tuple.of(1, Arbitraries.just(new Condition.Severed())));
    }

    /** What asks for a link or a path; one more can only make it true. */
    static Arbitrary<Condition> ways() {
        return Arbitraries.oneOf(
                sorts().map(Condition.Wired::new),
                Combinators.combine(tests(), sorts()).as(Condition.WiredFrom::new),
                Arbitraries.just(new Condition.Indirect()),
                tests().map(Condition.Reaches::new));
    }

    private static Arbitrary<Tuple2<String, List<String>>> factIn() {
        Arbitrary<Tuple2<String, List<String>>> accesses = Arbitraries.of("read", "write", "copy")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(values -> Tuple.of("access", values));
        return Arbitraries.oneOf(
                accesses,
                accesses,
                Arbitraries.of("true", "false").map(value -> Tuple.of("ticket", List.of(value))),
                Arbitraries.of(List.of("a"), List.of("b", "c"), List.of("c")).map(values -> Tuple.of("seat", values)),
                Arbitraries.of("1", "3").map(value -> Tuple.of("level", List.of(value))),
                Arbitraries.of("gpg", "mar").map(value -> Tuple.of("format", List.of(value))));
    }

    private static Arbitrary<List<PurposePattern>> patterns() {
        return Arbitraries.of(PURPOSES)
                .map(PurposePattern::of)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(2);
    }

    /** What a thing has to be. */
    static Arbitrary<SubjectTest> tests() {
        Arbitrary<SubjectTest> plain = Arbitraries.of(
                new SubjectTest.Is(List.of("shop")),
                new SubjectTest.Is(List.of("guest", "high")),
                new SubjectTest.Has("kind", List.of("tree", "service")),
                new SubjectTest.Has("tier", List.of("staging", "dev")),
                new SubjectTest.Has("scm-level", List.of("1")),
                new SubjectTest.Has("product", List.of("bread")),
                new SubjectTest.Has("service", List.of("bank")),
                new SubjectTest.HasAny("product"));
        return Arbitraries.frequencyOf(
                Tuple.of(4, plain),
                Tuple.of(1, plain.map(SubjectTest.Not::new)),
                Tuple.of(1, plain.list().ofMaxSize(2).map(SubjectTest.All::new)),
                Tuple.of(1, plain.list().ofMinSize(1).ofMaxSize(2).map(SubjectTest.Any::new)));
    }

    private static Arbitrary<Set<Edge.Sort>> sorts() {
        return Arbitraries.of(Edge.Sort.class).set().ofMinSize(1).ofMaxSize(3);
    }

    /** What a question tells: some facts with a value or several. */
    static Arbitrary<Map<String, List<String>>> told() {
        Arbitrary<List<String>> purposes = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(PURPOSES).map(List::of)),
                Tuple.of(1, Arbitraries.of(PURPOSES).list().uniqueElements().ofSize(2)));
        Arbitrary<Tuple2<String, List<String>>> told = Arbitraries.oneOf(
                purposes.map(values -> Tuple.of("purpose", values)),
                Arbitraries.of(List.copyOf(new TreeSet<>(TOLD.keySet())))
                        .flatMap(fact -> Arbitraries.of(TOLD.getOrDefault(fact, List.of()))
                                .map(values -> Tuple.of(fact, values))));
        return told.list().ofMaxSize(4).map(all -> {
            Map<String, List<String>> facts = new LinkedHashMap<>();
            all.forEach(fact -> facts.put(fact.get1(), fact.get2()));
            return facts;
        });
    }
}
