package dibs.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.catalog.PolicyLoader;
import dibs.backend.environment.Catalog;
import dibs.backend.environment.Edge;
import dibs.backend.environment.Edges;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.backend.policy.RandomQuestions.Asked;
import dibs.backend.policy.Verdict.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** What the rules that come with Dibs keep, whoever asks about whatever. */
class BuiltinVerdictPropertyTest {
    private static final Catalog CATALOG = catalog();
    private static final Policy POLICY = PolicyLoader.builtin();
    private static final World WORLD = World.of(CATALOG);
    private static final PolicyEngine ENGINE = new PolicyEngine(POLICY, WORLD);
    private static final Questions QUESTIONS = new Questions(CATALOG, POLICY.vocabulary());
    /** Sets that several things share a name with are left out. */
    private static final List<EnvironmentId> IDS = WORLD.subjects().keySet().stream()
            .filter(id -> CATALOG.names().resolve(id.value(), Sense.THING) instanceof Resolution.Found)
            .toList();

    private static Catalog catalog() {
        return switch (ConfigLoader.builtin()) {
            case ConfigResult.Loaded loaded -> loaded.config().catalog();
            case ConfigResult.Faulty faulty -> fail(faulty.text());
        };
    }

    @Provide
    Arbitrary<Inquiry> inquiries() {
        Arbitrary<EnvironmentId> ids = Arbitraries.of(IDS);
        Arbitrary<List<String>> vias = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(List.of())),
                Tuple.of(1, ids.map(id -> List.of(id.value()))),
                Tuple.of(1, Arbitraries.just(List.of("a cache"))));
        return Combinators.combine(ids, ids, facts().list().ofMaxSize(4), vias)
                .as((consumer, environment, facts, via) -> {
                    Map<String, List<String>> told = new LinkedHashMap<>();
                    facts.forEach(fact -> told.put(fact.get1(), List.of(fact.get2())));
                    return new Inquiry(Optional.of(consumer.value()), Optional.of(environment.value()), told, via);
                });
    }

    private static Arbitrary<Tuple2<String, String>> facts() {
        Vocabulary words = POLICY.vocabulary();
        List<Tuple2<String, String>> others = new ArrayList<>();
        words.facts()
                .values()
                .forEach(fact -> fact.values().forEach(value -> others.add(Tuple.of(fact.name(), value))));
        List<Tuple2<String, String>> purposes = new ArrayList<>();
        words.purposes().keySet().forEach(id -> purposes.add(Tuple.of("purpose", id)));
        List.of("test:autograph", "test:balrog", "staging-release:firefox", "staging-release:thunderbird")
                .forEach(text -> purposes.add(Tuple.of("purpose", text)));
        List<Tuple2<String, String>> accesses = words.accesses().keySet().stream()
                .map(id -> Tuple.of("access", id))
                .toList();
        return Arbitraries.oneOf(Arbitraries.of(accesses), Arbitraries.of(purposes), Arbitraries.of(others));
    }

    private static Question question(Inquiry inquiry) {
        return switch (QUESTIONS.read(inquiry, new EnvironmentId("contributor"))) {
            case Questions.Reading.Ready ready -> ready.question();
            case Questions.Reading.Unresolved unresolved -> fail(unresolved.why());
        };
    }

    /** Few: the plain reading looks at every edge for every rule. */
    @Property(edgeCases = EdgeCasesMode.NONE, tries = 30)
    void theyAreWhatThePlainReadingOfTheirOrderSays(@ForAll("inquiries") Inquiry inquiry) {
        Question question = question(inquiry);
        Verdict verdict = ENGINE.judge(question);
        NaiveRules.Said said = new NaiveRules(POLICY, WORLD).say(question);
        assertThat(verdict.answer()).isEqualTo(said.answer());
        assertThat(verdict.rules()).containsExactlyInAnyOrderElementsOf(said.cited());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsUnsafeToReadIsUnsafeToWrite(@ForAll("inquiries") Inquiry inquiry) {
        Question question = question(without(inquiry, "fire_and_forget"));
        if (answer(question.telling("access", "read-only")) == Answer.UNSAFE) {
            assertThat(answer(question.telling("access", "write"))).isEqualTo(Answer.UNSAFE);
        }
    }

    private static Inquiry without(Inquiry inquiry, String fact) {
        Map<String, List<String>> told = new LinkedHashMap<>(inquiry.told());
        told.remove(fact);
        return new Inquiry(inquiry.consumer(), inquiry.environment(), told, inquiry.via());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsUnsafeToClaimIsUnsafeToPushCodeTo(@ForAll("inquiries") Inquiry inquiry) {
        Question question = question(inquiry);
        if (answer(question.telling("access", "claim")) == Answer.UNSAFE) {
            assertThat(answer(question.telling("access", "push-arbitrary-code")))
                    .isEqualTo(Answer.UNSAFE);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 60)
    void anUnsafeIsNotMadeSafeByOnePathMore(
            @ForAll("inquiries") Inquiry inquiry, @ForAll("links") List<Edge> links, @ForAll boolean indirect) {
        Question question = question(inquiry);
        if (answer(question) != Answer.UNSAFE) {
            return;
        }
        List<Edge> more = new ArrayList<>(WORLD.edges().all());
        more.addAll(links);
        Asked wider = new Asked(POLICY, new World(WORLD.subjects(), new Edges(more), WORLD.instead()), question);
        assertThat((indirect ? wider.by("a cache") : wider).verdict().answer()).isEqualTo(Answer.UNSAFE);
    }

    /** Links by which an outage comes back; what was only a copy may be one no more. */
    @Provide
    Arbitrary<List<Edge>> links() {
        Arbitrary<EnvironmentId> ids = Arbitraries.of(IDS);
        return Combinators.combine(
                        ids,
                        ids,
                        Arbitraries.of(Edge.Sort.DEPENDS_ON, Edge.Sort.WRITES, Edge.Sort.READS),
                        Arbitraries.of(Edge.Evidence.class))
                .as(Edge::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aConditionalNamesItsPointsAndEachLeadsWhereItSays(@ForAll("inquiries") Inquiry inquiry) {
        Question question = question(inquiry);
        Verdict verdict = ENGINE.judge(question);
        boolean silent = verdict.rules().equals(List.of("R29"));
        if (verdict.answer() == Answer.CONDITIONAL && !silent) {
            assertThat(verdict.conditions()).isNotEmpty();
        }
        for (Point point : verdict.points()) {
            point.outcomes()
                    .forEach((answer, values) -> values.forEach(
                            value -> assertThat(answer(PointsPropertyTest.telling(question, point, value)))
                                    .as(point.facts() + " " + value)
                                    .isEqualTo(answer)));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aPurposeInNoListIsAMissingOne(@ForAll("inquiries") Inquiry inquiry) {
        Map<String, List<String>> told = new LinkedHashMap<>(inquiry.told());
        told.put("purpose", List.of("because I like it"));
        Inquiry odd = new Inquiry(inquiry.consumer(), inquiry.environment(), told, inquiry.via());
        assertThat(ENGINE.judge(question(odd))).isEqualTo(ENGINE.judge(question(without(inquiry, "purpose"))));
    }

    private static Answer answer(Question question) {
        return ENGINE.answer(question);
    }
}
