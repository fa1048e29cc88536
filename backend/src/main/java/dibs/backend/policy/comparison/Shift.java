package dibs.backend.policy.comparison;

import dibs.backend.policy.Decision;

/** How a decision changes. */
public record Shift(Decision before, Decision after) {
    /** Whether the answer changes, and not only the rules that it rests on. */
    public boolean changesAnswer() {
        return before.answer() != after.answer();
    }
}
