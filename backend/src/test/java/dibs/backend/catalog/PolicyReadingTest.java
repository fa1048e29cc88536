package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Edge;
import dibs.backend.policy.Alternative;
import dibs.backend.policy.Clause;
import dibs.backend.policy.Clause.Effect;
import dibs.backend.policy.Condition;
import dibs.backend.policy.Condition.Consumer;
import dibs.backend.policy.Condition.Fact;
import dibs.backend.policy.Condition.Given;
import dibs.backend.policy.Policy;
import dibs.backend.policy.Presumption;
import dibs.backend.policy.PurposePattern;
import dibs.backend.policy.Rule;
import dibs.backend.policy.SubjectTest;
import dibs.backend.policy.SubjectTest.Has;
import dibs.backend.policy.SubjectTest.Is;
import dibs.backend.policy.Vocabulary.FactKind;
import dibs.backend.policy.Vocabulary.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written in the file is what the rules are. */
class PolicyReadingTest {
    private static final Policy POLICY = Catalogs.config("""
            policy:
              base: none
              revision: {by: ann, why: the first one}
              accesses:
                enter: {say: enter, words: [Walk into, {text: sneak into, tells: {ticket: false}}]}
                admire: {say: admire, implied: false}
              purposes:
                look: {say: looking around, about: product}
                rest: {say: a rest, testing: true, wide: true, words: [rest, rest *]}
              facts:
                ticket: {values: [true, false], ask: whether there is a ticket}
                seat: {values: [1, 2, 3], values-of: label, narrowed: {front: [1, 2]}, words: {3: [at the back]}, ask: which seat}
              classes:
                guest: {kind: role}
                friend: [guest, family]
                family: {any: [guest, {id: releng}], not: {tier: [dev, staging]}, has: fact-owner}
              situations:
                in-time:
                  all: [{ticket: true}, {in: quiet}]
                quiet: {not: {given: {seat: '*', ticket: true}}}
              presumptions:
                seated: {when: {access: enter}, fact: seat, value: 3}
                tired: {fact: purpose, value: rest}
              rules:
                G1:
                  title: Guests
                  reason: Guests may enter.
                  quote: Come in.
                  source: The door
                  link: https://door.example/
                  reading: Kindly.
                  says:
                    - {allow: {consumer: guest, access: enter, purpose: [rest, 'look:firefox']}, id: come}
                    - allow-if: {when: {testing: true}, if: {ticket: true}}
                      because: No ticket, no rest.
                    - {oblige: {indirect: true}, say: [Ask., Wait.]}
                    - {absent: {environment: {kind: missing}}, answer: unsafe}
                    - {support: {testing: false}}
                  alternatives:
                    - {say: Stay at home.}
                    - when: {wired: [reads, writes]}
                      find: {kind: store}
                      like-consumer: [product]
                      like-environment: tier
                      use: true
                      say: 'Try {names}.'
                      otherwise: There is none.
                G2:
                  title: Links
                  reason: None.
                  says: [{forbid: {wired-from: {from: guest, by: any}, permitted-by: G1, in: in-time}}]
                G3: {title: Silence, reason: None., engine: silent}
            """).policy();

    @Test
    void wordsAreRead() {
        assertThat(POLICY.revision()).isEqualTo(new Policy.Revision("ann", "the first one"));
        assertThat(POLICY.vocabulary().accesses().values())
                .extracting(access -> access.id() + " " + access.say() + " " + access.implied() + " " + access.words())
                .containsExactly(
                        "enter enter true "
                                + List.of(
                                        new Phrase("walk into", Map.of()),
                                        new Phrase("sneak into", Map.of("ticket", "false"))),
                        "admire admire false []");
        assertThat(POLICY.vocabulary().purposes().values())
                .extracting(purpose -> purpose.id() + purpose.about() + purpose.testing() + purpose.wide())
                .containsExactly("look[product]falsefalse", "rest[]truetrue");
        assertThat(POLICY.vocabulary().facts().values())
                .containsExactly(
                        new FactKind(
                                "ticket",
                                List.of("true", "false"),
                                Optional.empty(),
                                Map.of(),
                                Map.of(),
                                "whether there is a ticket",
                                Optional.empty()),
                        new FactKind(
                                "seat",
                                List.of("1", "2", "3"),
                                Optional.of("label"),
                                Map.of("front", List.of("1", "2")),
                                Map.of("3", List.of(new Phrase("at the back", Map.of()))),
                                "which seat",
                                Optional.empty()));
    }

    @Test
    void classesAndSituationsAreRead() {
        assertThat(POLICY.classes())
                .containsExactly(
                        Map.entry("guest", new Has("kind", List.of("role"))),
                        Map.entry("friend", new Is(List.of("guest", "family"))),
                        Map.entry(
                                "family",
                                new SubjectTest.All(List.of(
                                        new SubjectTest.Any(
                                                List.of(new Is(List.of("guest")), new Has("id", List.of("releng")))),
                                        new SubjectTest.Not(new Has("tier", List.of("dev", "staging"))),
                                        new SubjectTest.HasAny("fact-owner")))));
        assertThat(POLICY.situations())
                .containsExactly(
                        Map.entry(
                                "in-time",
                                new Condition.All(
                                        List.of(new Fact("ticket", List.of("true")), new Condition.In("quiet")))),
                        Map.entry(
                                "quiet",
                                new Condition.Not(new Condition.All(List.of(
                                        new Given("seat", List.of("*")), new Given("ticket", List.of("true")))))));
        assertThat(POLICY.presumptions())
                .containsExactly(
                        new Presumption("seated", new Fact("access", List.of("enter")), "seat", "3"),
                        new Presumption("tired", Condition.ALWAYS, "purpose", "rest"));
    }

    @Test
    void aRuleIsRead() {
        Rule rule = POLICY.rule("g1").orElseThrow();
        assertThat(rule.citation()).contains(new Rule.Citation("Come in.", "The door", "https://door.example/"));
        assertThat(rule.reading()).contains("Kindly.");
        Condition ticket = new Fact("ticket", List.of("true"));
        assertThat(rule.clauses())
                .containsExactly(
                        new Clause(
                                Effect.ALLOW,
                                new Condition.All(List.of(
                                        new Consumer(new Is(List.of("guest"))),
                                        new Fact("access", List.of("enter")),
                                        new Condition.ForPurpose(List.of(
                                                PurposePattern.of("rest"), PurposePattern.of("look:firefox"))))),
                                List.of(),
                                Optional.of("come")),
                        new Clause(
                                Effect.ALLOW,
                                new Condition.All(List.of(new Condition.Testing(), ticket)),
                                List.of("No ticket, no rest."),
                                Optional.empty()),
                        new Clause(
                                Effect.FORBID,
                                new Condition.All(List.of(new Condition.Testing(), new Condition.Not(ticket))),
                                List.of("No ticket, no rest."),
                                Optional.empty()),
                        new Clause(Effect.OBLIGE, new Condition.Indirect(), List.of("Ask.", "Wait."), Optional.empty()),
                        new Clause(
                                Effect.ABSENT_UNSAFE,
                                new Condition.TheEnvironment(new Has("kind", List.of("missing"))),
                                List.of(),
                                Optional.empty()),
                        new Clause(
                                Effect.SUPPORT,
                                new Condition.Not(new Condition.Testing()),
                                List.of(),
                                Optional.empty()));
    }

    @Test
    void waysOutAndWhatTheEngineSaysAreRead() {
        assertThat(POLICY.rule("G1").orElseThrow().alternatives())
                .containsExactly(
                        new Alternative(Condition.ALWAYS, Optional.empty(), "Stay at home.", Optional.empty()),
                        new Alternative(
                                new Condition.Wired(Set.of(Edge.Sort.READS, Edge.Sort.WRITES)),
                                Optional.of(new Alternative.Search(
                                        new Has("kind", List.of("store")), List.of("product"), List.of("tier"), true)),
                                "Try {names}.",
                                Optional.of("There is none.")));
        assertThat(POLICY.rule("G2").orElseThrow().clauses())
                .extracting(Clause::when)
                .containsExactly(new Condition.All(List.of(
                        new Condition.WiredFrom(new Is(List.of("guest")), Set.of(Edge.Sort.values())),
                        new Condition.PermittedBy(List.of("G1")),
                        new Condition.In("in-time"))));
        assertThat(POLICY.engine(Rule.Engine.SILENT)).map(Rule::id).contains("G3");
    }
}
