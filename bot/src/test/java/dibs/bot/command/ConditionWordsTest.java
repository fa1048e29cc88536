package dibs.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Edge;
import dibs.backend.policy.Condition;
import dibs.backend.policy.PurposePattern;
import dibs.backend.policy.SubjectTest;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sort of condition reads as a sentence, and so does its contrary. */
class ConditionWordsTest {
    private static final SubjectTest DEV = new SubjectTest.Is(List.of("dev-pool", "stage"));
    private static final SubjectTest SIGNING = new SubjectTest.Has("pool-level", List.of("t"));

    static Stream<Arguments> sentences() {
        return Stream.of(
                row(
                        new Condition.Consumer(DEV),
                        "the consumer is dev-pool or stage",
                        "the consumer is not dev-pool or stage"),
                row(
                        new Condition.TheEnvironment(new SubjectTest.All(List.of(DEV, SIGNING))),
                        "the environment is dev-pool or stage and has pool level t",
                        "the environment is not dev-pool or stage or has not pool level t"),
                row(
                        new Condition.Consumer(new SubjectTest.Any(
                                List.of(new SubjectTest.HasAny("script"), new SubjectTest.Not(SIGNING)))),
                        "the consumer has some script or has not pool level t",
                        "the consumer has no script and has pool level t"),
                row(
                        new Condition.Consumer(new SubjectTest.Has("id", List.of("a", "b"))),
                        "the consumer is a or b",
                        "the consumer is not a or b"),
                row(
                        new Condition.Fact("access", List.of("write", "claim")),
                        "the access is write or claim",
                        "the access is not write or claim"),
                row(
                        new Condition.Fact("used_by_default", List.of("true")),
                        "used by default is true",
                        "used by default is not true"),
                row(
                        new Condition.Given("format", List.of("*")),
                        "the question tells some format",
                        "the question does not tell some format"),
                row(
                        new Condition.Given("trigger", List.of("manual")),
                        "the question tells the trigger manual",
                        "the question does not tell the trigger manual"),
                row(
                        new Condition.ForPurpose(List.of(PurposePattern.of("test:balrog"))),
                        "the purpose is test:balrog",
                        "the purpose is not test:balrog"),
                row(
                        new Condition.Testing(),
                        "the purpose is a sort of testing",
                        "the purpose is not a sort of testing"),
                row(new Condition.In("one-way"), "one-way holds", "one-way does not hold"),
                row(
                        new Condition.Wired(EnumSet.allOf(Edge.Sort.class)),
                        "by the catalog the consumer depends on or writes to or reads from or sends copies to the"
                                + " environment",
                        "the catalog does not say that the consumer depends on or writes to or reads from or sends"
                                + " copies to the environment"),
                row(
                        new Condition.WiredFrom(DEV, EnumSet.of(Edge.Sort.WRITES)),
                        "by the catalog something that is dev-pool or stage writes to the environment",
                        "the catalog does not say that something that is dev-pool or stage writes to the environment"),
                row(new Condition.Indirect(), "something lies between the two", "nothing lies between the two"),
                row(new Condition.Severed(), "a link of the way is only a copy", "no link of the way is only a copy"),
                row(
                        new Condition.Reaches(DEV),
                        "the environment itself hangs on something that is dev-pool or stage",
                        "the environment itself hangs on nothing that is dev-pool or stage"),
                row(
                        new Condition.PermittedBy(List.of("R7", "R8")),
                        "R7 or R8 permits it",
                        "R7 or R8 does not permit it"),
                row(
                        new Condition.All(List.of(
                                new Condition.In("a"),
                                new Condition.Any(List.of(new Condition.In("b"), new Condition.In("c"))))),
                        "a holds and (b holds or c holds)",
                        "a does not hold or (b does not hold and c does not hold)"),
                row(Condition.ALWAYS, "always", "never"),
                row(new Condition.Any(List.of()), "never", "always"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("sentences")
    void aConditionReadsAsASentence(Condition condition, String words, String contrary) {
        assertThat(ConditionWords.of(condition)).isEqualTo(words);
        assertThat(ConditionWords.of(new Condition.Not(condition))).isEqualTo(contrary);
        assertThat(ConditionWords.of(new Condition.Not(new Condition.Not(condition))))
                .isEqualTo(words);
    }

    private static Arguments row(Condition condition, String words, String contrary) {
        return Arguments.of(condition, words, contrary);
    }
}
