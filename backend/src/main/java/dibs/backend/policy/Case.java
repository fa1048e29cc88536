package dibs.backend.policy;

import dibs.backend.policy.Rulebook.Candidate;
import dibs.backend.policy.Weighed.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One question with the clauses that can speak of its consumer and its environment, to be weighed under what is known. */
final class Case {
    private final Rulebook book;
    private final Presuming presuming;
    private final Question question;
    private final Weighing weighing;
    private final List<Candidate> candidates;

    Case(Rulebook book, Presuming presuming, Question question, Weighing weighing) {
        this.book = book;
        this.presuming = presuming;
        this.question = question;
        this.weighing = weighing;
        this.candidates = book.clauses().stream()
                .filter(it -> weighing.truth(it.clause().when(), Facts.BLANK) != Truth.FALSE)
                .toList();
    }

    Question question() {
        return question;
    }

    Weighing weighing() {
        return weighing;
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
        return candidates;
    }

    /** What the rules say of the question as it was put. */
    Weighed weigh() {
        return weigh(Map.of());
    }

    /** What they say with further facts told. A fact that settles an attribute of the consumer settles it. */
    Weighed weigh(Map<String, String> further) {
        Map<String, List<String>> told = new LinkedHashMap<>(question.told());
        further.forEach((name, value) -> told.put(name, List.of(value)));
        Weighing settled = settled(told);
        Facts facts = presuming.facts(settled, told);
        List<Finding> findings = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Truth truth = settled.truth(candidate.clause().when(), facts);
            if (truth != Truth.FALSE) {
                findings.add(new Finding(candidate, truth, waiver(candidate)));
            }
        }
        return Weighed.of(facts, findings);
    }

    private Weighing settled(Map<String, List<String>> told) {
        Weighing settled = weighing;
        if (settled.consumer().open().isEmpty()) {
            return settled;
        }
        for (Map.Entry<String, List<String>> fact : told.entrySet()) {
            if (fact.getValue().size() == 1) {
                settled = settled(settled, fact.getKey(), fact.getValue().getFirst());
            }
        }
        return settled;
    }

    /** A fact may settle an attribute, and so may what a purpose is about: a release of a product is that product's. */
    private Weighing settled(Weighing before, String fact, String value) {
        Vocabulary words = policy().vocabulary();
        if (fact.equals(Vocabulary.PURPOSE)) {
            Purpose purpose = Purpose.of(value);
            Weighing settled = before;
            for (String attribute : words.about(purpose.id())) {
                settled = settle(settled, attribute, purpose.subject());
            }
            return settled;
        }
        Vocabulary.FactKind kind = words.facts().get(fact);
        return kind == null || kind.settles().isEmpty()
                ? before
                : settle(before, kind.settles().get(), Optional.of(value));
    }

    private static Weighing settle(Weighing before, String attribute, Optional<String> value) {
        List<String> open = before.consumer().open().getOrDefault(attribute, List.of());
        return value.filter(open::contains)
                .map(it -> before.settling(attribute, it))
                .orElse(before);
    }

    private Optional<Waiver> waiver(Candidate candidate) {
        Clause.Effect effect = candidate.clause().effect();
        if (effect != Clause.Effect.FORBID && effect != Clause.Effect.OBLIGE) {
            return Optional.empty();
        }
        return question.waivers().stream()
                .filter(it -> it.rule().equals(candidate.rule().id()))
                .findFirst();
    }
}
