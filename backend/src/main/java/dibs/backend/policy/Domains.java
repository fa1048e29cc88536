package dibs.backend.policy;

import dibs.backend.policy.Vocabulary.FactKind;
import dibs.backend.policy.Vocabulary.PurposeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values a missing fact may have. */
final class Domains {
    private final Policy policy;
    private final Map<String, List<String>> values = new HashMap<>();

    Domains(Policy policy, World world) {
        this.policy = policy;
        policy.vocabulary().facts().forEach((name, kind) -> values.put(name, values(kind, world)));
    }

    /** Every fact that may be missing of a question, in the order that answers keep. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(Vocabulary.ACCESS, Vocabulary.PURPOSE));
        names.addAll(policy.vocabulary().facts().keySet());
        return names;
    }

    /** Whether the fact settles what the catalog leaves open of the consumer. */
    boolean settles(String fact, Subject consumer) {
        return kind(fact)
                .flatMap(FactKind::settles)
                .filter(consumer.open()::containsKey)
                .isPresent();
    }

    /** How the fact is asked for. */
    String ask(String fact) {
        return switch (fact) {
            case Vocabulary.ACCESS -> "how it is used";
            case Vocabulary.PURPOSE -> "what for";
            default -> kind(fact).map(FactKind::ask).orElse(fact);
        };
    }

    /** Whether what is known of the fact leaves something open: nothing, several values, or a purpose without its subject. */
    boolean leavesOpen(String fact, Facts facts) {
        Optional<String> known = facts.value(fact);
        if (known.isEmpty() || !fact.equals(Vocabulary.PURPOSE)) {
            return known.isEmpty();
        }
        Purpose purpose = Purpose.of(known.get());
        PurposeKind kind = policy.vocabulary().purposes().get(purpose.id());
        return kind == null
                || kind.wide()
                || (!kind.about().isEmpty() && purpose.subject().isEmpty());
    }

    /** The values that the fact may have as long as it is missing; none where it is known. */
    List<String> missing(String fact, Case asked, Facts facts) {
        Subject consumer = asked.weighing().consumer();
        if (settles(fact, consumer)) {
            boolean told = asked.question().told().containsKey(fact);
            return told
                    ? List.of()
                    : kind(fact)
                            .flatMap(FactKind::settles)
                            .map(consumer.open()::get)
                            .orElse(List.of());
        }
        Optional<List<String>> possible = facts.possible(fact);
        if (possible.isPresent() && possible.get().size() > 1) {
            return possible.get();
        }
        return switch (fact) {
            case Vocabulary.ACCESS -> possible.isPresent() ? List.of() : asked.implied();
            case Vocabulary.PURPOSE -> purposes(asked, possible.map(List::getFirst));
            default -> possible.isPresent() ? List.of() : values.getOrDefault(fact, List.of());
        };
    }

    /** All purposes, or the testing ones where all that is known is that it is one of them. */
    private List<String> purposes(Case asked, Optional<String> known) {
        boolean wide = known.map(text ->
                        policy.vocabulary().purposes().get(Purpose.of(text).id()))
                .filter(PurposeKind::wide)
                .isPresent();
        if (known.isPresent() && !wide) {
            return List.of();
        }
        Set<String> values = new LinkedHashSet<>();
        for (PurposeKind kind : policy.vocabulary().purposes().values()) {
            if (!wide || (kind.testing() && !kind.wide())) {
                subjects(kind, asked).forEach(values::add);
            }
        }
        return List.copyOf(values);
    }

    private List<String> subjects(PurposeKind kind, Case asked) {
        if (kind.about().isEmpty()) {
            return List.of(kind.id());
        }
        List<String> values = new ArrayList<>();
        values.add(kind.id());
        asked.candidates().stream()
                .flatMap(candidate -> candidate.purposes().stream())
                .distinct()
                .filter(purpose ->
                        purpose.id().equals(kind.id()) && purpose.subject().isPresent())
                .forEach(purpose -> values.add(purpose.toString()));
        for (String attribute : kind.about()) {
            asked.weighing().environment().values(attribute).forEach(value -> values.add(kind.id() + ":" + value));
        }
        return values;
    }

    private static List<String> values(FactKind kind, World world) {
        Set<String> values = new LinkedHashSet<>(kind.values());
        kind.valuesOf()
                .ifPresent(attribute ->
                        world.subjects().values().forEach(subject -> values.addAll(subject.values(attribute))));
        return List.copyOf(values);
    }

    private Optional<FactKind> kind(String fact) {
        Map<String, FactKind> facts = policy.vocabulary().facts();
        return Optional.ofNullable(facts.get(fact));
    }
}
