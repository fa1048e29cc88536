package dibs.backend.policy;

import dibs.backend.policy.SubjectClasses.Classified;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which rules can speak of something at all, whatever else a question tells: what a rule says of the other side, and of
 * facts, is taken as open.
 */
public final class RuleScope {
    private final Policy policy;
    private final SubjectClasses classes;

    public RuleScope(Policy policy) {
        this.policy = policy;
        this.classes = new SubjectClasses(policy.classes());
    }

    /** The rules that can speak of the subject, in the policy's order; rules of the engine itself are not among them. */
    public List<Applies> of(Subject subject) {
        Classified known = classes.classify(subject);
        List<Applies> applies = new ArrayList<>();
        for (Rule rule : policy.rules().values()) {
            Set<As> as = EnumSet.noneOf(As.class);
            for (As side : As.values()) {
                if (rule.clauses().stream().anyMatch(clause -> speaks(clause.when(), side, known))) {
                    as.add(side);
                }
            }
            if (!as.isEmpty()) {
                applies.add(new Applies(rule, as));
            }
        }
        return applies;
    }

    private boolean speaks(Condition when, As side, Classified subject) {
        boolean mentioned = mentions(when, side == As.CONSUMER ? As.CONSUMER : As.ENVIRONMENT);
        return mentioned == (side != As.WHATEVER) && truth(when, side, subject) != Truth.FALSE;
    }

    private Truth truth(Condition condition, As side, Classified subject) {
        return switch (condition) {
            case Condition.Consumer it -> side == As.CONSUMER ? subject.is(it.test()) : Truth.OPEN;
            case Condition.TheEnvironment it -> side == As.ENVIRONMENT ? subject.is(it.test()) : Truth.OPEN;
            case Condition.In it -> {
                Condition situation = policy.situations().get(it.situation());
                yield situation == null ? Truth.FALSE : truth(situation, side, subject);
            }
            case Condition.All it -> {
                Truth every = Truth.TRUE;
                for (Condition part : it.parts()) {
                    every = every.and(truth(part, side, subject));
                }
                yield every;
            }
            case Condition.Any it -> {
                Truth some = Truth.FALSE;
                for (Condition part : it.parts()) {
                    some = some.or(truth(part, side, subject));
                }
                yield some;
            }
            case Condition.Not it -> truth(it.part(), side, subject).not();
            case Condition.Fact ignored -> Truth.OPEN;
            case Condition.Given ignored -> Truth.OPEN;
            case Condition.ForPurpose ignored -> Truth.OPEN;
            case Condition.Testing ignored -> Truth.OPEN;
            case Condition.Wired ignored -> Truth.OPEN;
            case Condition.WiredFrom ignored -> Truth.OPEN;
            case Condition.Indirect ignored -> Truth.OPEN;
            case Condition.Severed ignored -> Truth.OPEN;
            case Condition.Reaches ignored -> Truth.OPEN;
            case Condition.PermittedBy ignored -> Truth.OPEN;
        };
    }

    private boolean mentions(Condition condition, As side) {
        return switch (condition) {
            case Condition.Consumer ignored -> side == As.CONSUMER;
            case Condition.TheEnvironment ignored -> side == As.ENVIRONMENT;
            case Condition.In it -> {
                Condition situation = policy.situations().get(it.situation());
                yield situation != null && mentions(situation, side);
            }
            case Condition.All it -> it.parts().stream().anyMatch(part -> mentions(part, side));
            case Condition.Any it -> it.parts().stream().anyMatch(part -> mentions(part, side));
            case Condition.Not it -> mentions(it.part(), side);
            default -> false;
        };
    }

    /** As what a rule speaks of something. */
    public enum As {
        /** It says what the environment has to be, and this may be so. */
        ENVIRONMENT,
        /** It says what the consumer has to be, and this may be so. */
        CONSUMER,
        /** It speaks of what is used, whatever that is. */
        WHATEVER
    }

    /**
     * A rule that can speak of it.
     *
     * @param as at least one
     */
    public record Applies(Rule rule, Set<As> as) {
        public Applies {
            as = Set.copyOf(as);
        }
    }
}
