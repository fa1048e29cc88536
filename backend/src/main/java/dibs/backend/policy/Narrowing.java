package dibs.backend.policy;

import dibs.backend.policy.Rulebook.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy as far as it can speak of one consumer and one environment. What its conditions say of these two is settled
 * once, so that only what rests on facts is weighed again for each state of knowledge.
 */
final class Narrowing {
    private static final Condition NEVER = new Condition.Any(List.of());

    private final Policy policy;
    private final Weighing weighing;
    private final Map<String, Condition> situations = new HashMap<>();
    private final List<Left> clauses;
    private final List<Presuming.Step> presumptions;

    Narrowing(Rulebook book, Presuming presuming, Weighing weighing) {
        this.policy = book.policy();
        this.weighing = weighing;
        this.clauses = clauses(book);
        this.presumptions = presuming.steps().stream()
                .map(step -> step.narrowed(narrow(step.when())))
                .filter(step -> !step.when().equals(NEVER))
                .toList();
    }

    /**
     * A clause that may speak.
     *
     * @param when what is left of its condition
     */
    record Left(Candidate candidate, Condition when) {}

    private List<Left> clauses(Rulebook book) {
        List<Left> left = new ArrayList<>();
        for (Candidate candidate : book.clauses()) {
            Condition when = narrow(candidate.clause().when());
            if (!when.equals(NEVER)) {
                left.add(new Left(candidate, when));
            }
        }
        return left;
    }

    Weighing weighing() {
        return weighing;
    }

    /** The clauses that are not false whatever is told. */
    List<Left> clauses() {
        return clauses;
    }

    /** The presumptions that are not false whatever is told. */
    List<Presuming.Step> presumptions() {
        return presumptions;
    }

    private Condition narrow(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all(all.parts());
            case Condition.Any any -> any(any.parts());
            case Condition.Not not -> not(not);
            case Condition.In in -> situation(in.situation());
            case Condition.PermittedBy permitted -> any(permissions(permitted.rules()));
            case Condition.Fact fact -> fact;
            case Condition.Given given -> given;
            case Condition.ForPurpose purpose -> purpose;
            case Condition.Testing testing -> testing;
            case Condition.Consumer ignored -> settled(condition);
            case Condition.TheEnvironment ignored -> settled(condition);
            case Condition.Wired ignored -> settled(condition);
            case Condition.WiredFrom ignored -> settled(condition);
            case Condition.Indirect ignored -> settled(condition);
            case Condition.Severed ignored -> settled(condition);
            case Condition.Reaches ignored -> settled(condition);
        };
    }

    /** What the catalog leaves open of the consumer stays as it is, and open. */
    private Condition settled(Condition condition) {
        return switch (weighing.truth(condition, Facts.BLANK)) {
            case TRUE -> Condition.ALWAYS;
            case FALSE -> NEVER;
            case OPEN -> condition;
        };
    }

    private Condition situation(String name) {
        Condition known = situations.get(name);
        if (known == null) {
            Condition named = policy.situations().get(name);
            known = named == null ? NEVER : narrow(named);
            situations.put(name, known);
        }
        return known;
    }

    private List<Condition> permissions(List<String> rules) {
        return rules.stream()
                .flatMap(id -> policy.rule(id).stream())
                .flatMap(rule -> rule.clauses().stream())
                .filter(clause -> clause.effect() == Clause.Effect.ALLOW)
                .map(Clause::when)
                .toList();
    }

    private Condition all(List<Condition> parts) {
        List<Condition> left = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            Condition narrowed = narrow(part);
            if (narrowed.equals(NEVER)) {
                return NEVER;
            }
            if (!narrowed.equals(Condition.ALWAYS)) {
                left.add(narrowed);
            }
        }
        return left.size() == 1 ? left.getFirst() : new Condition.All(left);
    }

    private Condition any(List<Condition> parts) {
        List<Condition> left = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            Condition narrowed = narrow(part);
            if (narrowed.equals(Condition.ALWAYS)) {
                return narrowed;
            }
            if (!narrowed.equals(NEVER)) {
                left.add(narrowed);
            }
        }
        return left.size() == 1 ? left.getFirst() : new Condition.Any(left);
    }

    private Condition not(Condition.Not not) {
        Condition part = narrow(not.part());
        if (part.equals(NEVER)) {
            return Condition.ALWAYS;
        }
        return part.equals(Condition.ALWAYS) ? NEVER : new Condition.Not(part);
    }
}
