package dibs.backend.policy;

import dibs.backend.policy.Rulebook.Candidate;
import java.util.List;
import java.util.Optional;

/**
 * What the clauses of the rules come to for one state of knowledge.
 *
 * @param findings the clauses that are not false, in the policy's order
 */
record Weighed(Answer answer, boolean silent, Facts facts, List<Finding> findings) {

    /**
     * A clause that has something to say.
     *
     * @param truth never false
     * @param waiver the exception that lifts it, where one does
     */
    record Finding(Candidate candidate, Truth truth, Optional<Waiver> waiver) {
        Clause.Effect effect() {
            return candidate.clause().effect();
        }

        boolean forbids() {
            return effect() == Clause.Effect.FORBID && waiver.isEmpty();
        }

        boolean obliges() {
            return effect() == Clause.Effect.OBLIGE && waiver.isEmpty();
        }

        boolean allows() {
            return effect() == Clause.Effect.ALLOW || waiver.isPresent();
        }

        boolean supports() {
            return effect() == Clause.Effect.SUPPORT;
        }
    }

    /** The answer of the findings, by the order that the rules have. */
    static Weighed of(Facts facts, List<Finding> findings) {
        boolean hindered = false;
        boolean allowed = false;
        boolean maybe = false;
        for (Finding it : findings) {
            boolean holds = it.truth() == Truth.TRUE;
            if (it.forbids() && holds) {
                return new Weighed(Answer.UNSAFE, false, facts, findings);
            }
            hindered |= it.forbids() || it.obliges();
            allowed |= it.allows() && holds;
            maybe |= it.allows() || (it.supports() && !holds);
        }
        if (hindered) {
            return new Weighed(Answer.CONDITIONAL, false, facts, findings);
        }
        return allowed
                ? new Weighed(Answer.SAFE, false, facts, findings)
                : new Weighed(Answer.CONDITIONAL, !maybe, facts, findings);
    }
}
