package dibs.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Edge;
import dibs.backend.environment.Edges;
import dibs.backend.policy.RandomQuestions.Asked;
import dibs.backend.policy.Verdict.Cited;
import dibs.backend.policy.Verdict.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every verdict keeps, whatever the rules and the catalog are. */
class VerdictPropertyTest {
    private static final List<Answer> SAFEST_FIRST = List.of(Answer.SAFE, Answer.CONDITIONAL, Answer.UNSAFE);

    @Provide
    Arbitrary<Asked> questions() {
        return RandomQuestions.asked();
    }

    @Provide
    Arbitrary<Rule> prohibitions() {
        return RandomPolicies.clause(Clause.Effect.FORBID, RandomConditions.plain())
                .map(clause -> RandomPolicies.rule("N1", List.of(clause)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theOrderOfTheRulesSaysNothing(@ForAll("questions") Asked asked, @ForAll long seed) {
        Verdict verdict = asked.verdict();
        Verdict other = asked.shuffled(seed).verdict();
        assertThat(other.answer()).isEqualTo(verdict.answer());
        assertThat(Set.copyOf(other.rules())).isEqualTo(Set.copyOf(verdict.rules()));
        assertThat(single(other)).isEqualTo(single(verdict));
        assertThat(other.points()).hasSameSizeAs(verdict.points());
        assertThat(other.presumed()).isEqualTo(verdict.presumed());
    }

    /** The points of one fact each, with what their values decide. */
    private static Set<Object> single(Verdict verdict) {
        return verdict.points().stream()
                .filter(point -> point.facts().size() == 1)
                .map(point -> List.of(
                        point.facts(),
                        point.outcomes().entrySet().stream()
                                .map(outcome -> List.of(outcome.getKey(), Set.copyOf(outcome.getValue())))
                                .collect(Collectors.toSet())))
                .collect(Collectors.toSet());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theSameQuestionGetsTheSameVerdictAlsoFromThePolicyReadBackFromItsText(@ForAll("questions") Asked asked) {
        Verdict verdict = asked.verdict();
        assertThat(asked.verdict()).isEqualTo(verdict);
        Policy again = PolicyFile.readBack(asked.policy());
        assertThat(PolicyText.of(PolicyFile.readBack(again))).isEqualTo(PolicyText.of(again));
        assertThat(asked.by(again).verdict()).isEqualTo(verdict);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void oneMoreProhibitionMakesNothingSafer(
            @ForAll("questions") Asked asked, @ForAll("prohibitions") Rule prohibition) {
        Answer before = asked.verdict().answer();
        Answer after = asked.with(prohibition).verdict().answer();
        if (before == Answer.UNKNOWN) {
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(SAFEST_FIRST.indexOf(after)).isGreaterThanOrEqualTo(SAFEST_FIRST.indexOf(before));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anExceptionFromARuleAddsNoProhibition(@ForAll("questions") Asked asked, @ForAll("rules") String rule) {
        Verdict before = asked.verdict();
        Asked waived = asked.waiving(rule);
        Verdict after = waived.verdict();
        if (before.answer() != Answer.UNSAFE) {
            assertThat(after.answer()).isNotEqualTo(Answer.UNSAFE);
            assertThat(rules(before, Part.MAY_FORBID)).containsAll(rules(after, Part.MAY_FORBID));
        } else {
            assertThat(rules(before, Part.FORBIDS)).containsAll(rules(after, Part.FORBIDS));
        }
        assertThat(before.answer() == Answer.UNKNOWN).isEqualTo(after.answer() == Answer.UNKNOWN);
        assertThat(after.cited()).allSatisfy(cited -> {
            if (cited.waiver().isPresent()) {
                assertThat(cited.rule()).isEqualTo(rule);
            }
        });
    }

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of("R1", "R2", "R3", "P1", "A1");
    }

    private static Set<String> rules(Verdict verdict, Part part) {
        return verdict.cited().stream()
                .filter(cited -> cited.part() == part)
                .map(Cited::rule)
                .collect(Collectors.toSet());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsUnknownNeverLooksSafe(@ForAll("questions") Asked any, @ForAll("told") Map<String, List<String>> told) {
        Asked asked = any.without("A1").with(absent(any.question().environment().orElseThrow()));
        Verdict verdict = asked.verdict();
        assertThat(verdict.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict.cited())
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.part()).isEqualTo(Part.FORBIDS));
        assertThat(verdict.points()).isEmpty();
        assertThat(verdict.obligations()).isEmpty();
        assertThat(verdict.advice()).isEmpty();
        Question question = asked.question();
        Question other =
                new Question(question.consumer(), question.environment(), told, question.via(), question.waivers());
        assertThat(asked.answer(other)).isEqualTo(Answer.UNKNOWN);
        assertThat(asked.waiving("A1").verdict().answer()).isEqualTo(Answer.UNKNOWN);
    }

    /** That there is no such thing, however much another rule allows. */
    private static Rule absent(Subject environment) {
        SubjectTest it = new SubjectTest.Has("id", List.of(environment.id().value()));
        return RandomPolicies.rule(
                "A1",
                List.of(new Clause(
                        Clause.Effect.ABSENT_UNKNOWN, new Condition.TheEnvironment(it), List.of(), Optional.empty())));
    }

    @Provide
    Arbitrary<Map<String, List<String>>> told() {
        return RandomConditions.told();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void onePathMoreNeverMakesAnUnsafeSafe(
            @ForAll("questions") Asked any,
            @ForAll("detours") Rule detour,
            @ForAll("links") List<Edge> links,
            @ForAll boolean indirect) {
        Asked asked = any.withoutPresumptions().without("A1").with(detour);
        Asked wider = asked.in(linked(asked.world(), links));
        Asked longer = indirect ? wider.by("a cache") : wider;
        if (asked.verdict().rules().contains(detour.id())) {
            assertThat(longer.verdict().answer()).isEqualTo(Answer.UNSAFE);
            assertThat(longer.verdict().rules()).contains(detour.id());
        }
    }

    private static World linked(World world, List<Edge> links) {
        List<Edge> more = new ArrayList<>(world.edges().all());
        links.stream()
                .filter(edge -> world.subjects().keySet().containsAll(List.of(edge.from(), edge.to())))
                .forEach(more::add);
        return new World(world.subjects(), new Edges(more), world.instead());
    }

    /** A prohibition of ways to somewhere. */
    @Provide
    Arbitrary<Rule> detours() {
        return RandomPolicies.clause(Clause.Effect.FORBID, RandomConditions.ways())
                .map(clause -> RandomPolicies.rule("N1", List.of(clause)));
    }

    @Provide
    Arbitrary<List<Edge>> links() {
        return RandomWorlds.edges().list().ofMinSize(1).ofMaxSize(4);
    }
}
