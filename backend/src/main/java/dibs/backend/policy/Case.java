package dibs.backend.policy;

import dibs.backend.policy.Rulebook.Candidate;
import dibs.backend.policy.Weighed.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One question with the clauses that can speak of its consumer and its environment, to be weighed under what is known. */
final class Case {
    private final Rulebook book;
    private final Presuming presuming;
    private final Question question;
    private final Narrowing asPut;
    private final Map<Map<String, String>, Narrowing> settled = new HashMap<>();
    private final Map<Map<String, String>, Weighed> weighed = new HashMap<>();

    Case(Rulebook book, Presuming presuming, Question question, Weighing weighing) {
        this.book = book;
        this.presuming = presuming;
        this.question = question;
        this.asPut = new Narrowing(book, presuming, weighing);
    }

    Question question() {
        return question;
    }

    Weighing weighing() {
        return asPut.weighing();
    }

    Policy policy() {
        return book.policy();
    }

    /** The accesses that it may mean where it tells none. */
    List<String> implied() {
        return book.implied();
    }

    /** The clauses that are not false whatever is told. */
    List<Candidate> candidates() {
        return asPut.clauses().stream().map(Narrowing.Left::candidate).toList();
    }

    /** What the rules say of the question as it was put. */
    Weighed weigh() {
        return weigh(Map.of());
    }

    /** What they say with further facts told. A fact that settles an attribute of the consumer settles it. */
    Weighed weigh(Map<String, String> further) {
        Weighed before = weighed.get(further);
        if (before != null) {
            return before;
        }
        Map<String, List<String>> told = new LinkedHashMap<>(question.told());
        further.forEach((name, value) -> told.put(name, List.of(value)));
        Narrowing narrowing = settled(told);
        Facts facts = Presuming.facts(narrowing, told);
        List<Finding> findings = new ArrayList<>();
        for (Narrowing.Left clause : narrowing.clauses()) {
            Truth truth = narrowing.weighing().truth(clause.when(), facts);
            if (truth != Truth.FALSE) {
                findings.add(new Finding(clause.candidate(), truth, waiver(clause.candidate())));
            }
        }
        Weighed now = Weighed.of(facts, findings);
        weighed.put(Map.copyOf(further), now);
        return now;
    }

    private Narrowing settled(Map<String, List<String>> told) {
        if (weighing().consumer().open().isEmpty()) {
            return asPut;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        told.forEach((fact, values) -> {
            if (values.size() == 1) {
                settle(fact, values.getFirst(), attributes);
            }
        });
        return attributes.isEmpty() ? asPut : settled.computeIfAbsent(attributes, this::settling);
    }

    private Narrowing settling(Map<String, String> attributes) {
        Weighing now = weighing();
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            now = now.settling(attribute.getKey(), attribute.getValue());
        }
        return new Narrowing(book, presuming, now);
    }

    /** A fact may settle an attribute, and so may what a purpose is about: a release of a product is that product's. */
    private void settle(String fact, String value, Map<String, String> attributes) {
        Vocabulary words = policy().vocabulary();
        if (fact.equals(Vocabulary.PURPOSE)) {
            Purpose purpose = Purpose.of(value);
            for (String attribute : words.about(purpose.id())) {
                purpose.subject().ifPresent(about -> settleOpen(attribute, about, attributes));
            }
            return;
        }
        Vocabulary.FactKind kind = words.facts().get(fact);
        if (kind != null) {
            kind.settles().ifPresent(attribute -> settleOpen(attribute, value, attributes));
        }
    }

    /** The first to settle an attribute does. */
    private void settleOpen(String attribute, String value, Map<String, String> attributes) {
        if (weighing().consumer().open().getOrDefault(attribute, List.of()).contains(value)) {
            attributes.putIfAbsent(attribute, value);
        }
    }

    private Optional<Waiver> waiver(Candidate candidate) {
        Clause.Effect effect = candidate.clause().effect();
        boolean lifts = effect == Clause.Effect.FORBID || effect == Clause.Effect.OBLIGE;
        if (!lifts || question.waivers().isEmpty()) {
            return Optional.empty();
        }
        return question.waivers().stream()
                .filter(it -> it.rule().equals(candidate.rule().id()))
                .findFirst();
    }
}
