package dibs.backend.store;

import dibs.backend.environment.Edge;
import dibs.backend.policy.Alternative;
import dibs.backend.policy.Clause;
import dibs.backend.policy.Clause.Effect;
import dibs.backend.policy.Condition;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicySource;
import dibs.backend.policy.Presumption;
import dibs.backend.policy.PurposePattern;
import dibs.backend.policy.Rule;
import dibs.backend.policy.SubjectTest;
import dibs.backend.policy.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small policy that a test changes as an editor of its file would. */
final class HandmadePolicy implements PolicySource {
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, SubjectTest> classes = new LinkedHashMap<>();
    private Policy.Revision revision = new Policy.Revision("releng", "the first rules");
    private boolean readIsImplied = true;

    HandmadePolicy() {
        classes.put("production", new SubjectTest.Has("tier", List.of("production")));
        put(rule("R1", "production keeps off", Effect.FORBID));
        put(rule("R2", "reading is fine", Effect.ALLOW));
        put(rule("R3", "the owner agrees", Effect.OBLIGE));
    }

    HandmadePolicy revised(String by, String why) {
        revision = new Policy.Revision(by, why);
        return this;
    }

    HandmadePolicy put(Rule rule) {
        rules.put(rule.id(), rule);
        return this;
    }

    HandmadePolicy remove(String rule) {
        rules.remove(rule);
        return this;
    }

    HandmadePolicy turnedAround() {
        List<Rule> order = new ArrayList<>(rules.values());
        Collections.reverse(order);
        rules.clear();
        order.forEach(this::put);
        return this;
    }

    HandmadePolicy put(String name, SubjectTest test) {
        classes.put(name, test);
        return this;
    }

    HandmadePolicy readingIsSaid() {
        readIsImplied = false;
        return this;
    }

    /** What the file says now: another object each time, as after each reading of a file. */
    @Override
    public Policy policy() {
        Vocabulary words = new Vocabulary(
                Map.of(
                        "read-only",
                        new Vocabulary.Access(
                                "read-only",
                                "read from",
                                List.of(new Vocabulary.Phrase("read", Map.of("one", "1", "two", "2", "three", "3"))),
                                readIsImplied)),
                Map.of(),
                Map.of());
        return new Policy(
                revision,
                words,
                classes,
                Map.of("quiet", Condition.ALWAYS),
                List.of(new Presumption("p1", Condition.ALWAYS, "lease_state", "active")),
                rules);
    }

    /** A rule with one clause, on a condition that has each sort of part. */
    static Rule rule(String id, String title, Effect effect) {
        Condition when = new Condition.All(List.of(
                new Condition.Consumer(new SubjectTest.Not(new SubjectTest.Is(List.of("production")))),
                new Condition.TheEnvironment(new SubjectTest.Any(List.of(
                        new SubjectTest.HasAny("script"),
                        new SubjectTest.All(List.of(new SubjectTest.Has("kind", List.of("service"))))))),
                new Condition.Any(List.of(
                        new Condition.Fact("access", List.of("write")),
                        new Condition.Given("format", List.of("*")),
                        new Condition.Testing(),
                        new Condition.Indirect(),
                        new Condition.In("quiet"))),
                new Condition.Not(new Condition.ForPurpose(List.of(PurposePattern.of("test:balrog")))),
                new Condition.Wired(EnumSet.allOf(Edge.Sort.class)),
                new Condition.WiredFrom(
                        new SubjectTest.Is(List.of("production")), EnumSet.of(Edge.Sort.READS, Edge.Sort.WRITES)),
                new Condition.Severed(),
                new Condition.Reaches(new SubjectTest.HasAny("script")),
                new Condition.PermittedBy(List.of("R2"))));
        return new Rule(
                id,
                title,
                "because \"it\" is so\nin two lines",
                Optional.of(new Rule.Citation("word for word", "The page", "https://example.org/page")),
                Optional.empty(),
                Optional.empty(),
                List.of(new Clause(effect, when, List.of("say so"), Optional.of("c1"))),
                List.of(new Alternative(
                        Condition.ALWAYS,
                        Optional.of(new Alternative.Search(
                                new SubjectTest.HasAny("script"), List.of("product"), List.of(), true)),
                        "use {names}",
                        Optional.empty())));
    }
}
