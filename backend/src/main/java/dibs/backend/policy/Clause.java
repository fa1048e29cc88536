package dibs.backend.policy;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a rule says.
 *
 * @param when in which questions it says so
 * @param say obligations or advice in words; the reason, where a prohibition or a permission has one of its own
 */
public record Clause(Effect effect, Condition when, List<String> say, Optional<String> id) {
    public Clause {
        say = List.copyOf(say);
    }

    /** What it does. */
    public enum Effect {
        /** Where it is true the answer is unsafe. */
        FORBID,
        /** Where it is true and nothing forbids, the answer is safe. */
        ALLOW,
        /** As {@link #ALLOW}, but never enough alone. */
        SUPPORT,
        /** Somebody has to agree or see to something first. */
        OBLIGE,
        /** Told with a safe or conditional answer. */
        ADVISE,
        /** What is asked about does not exist, and the answer is unknown. */
        ABSENT_UNKNOWN,
        /** What is asked about does not exist, and the answer is unsafe. */
        ABSENT_UNSAFE
    }
}
