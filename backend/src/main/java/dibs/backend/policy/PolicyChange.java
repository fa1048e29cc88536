package dibs.backend.policy;

import java.util.Locale;

/** What a version of the policy has otherwise than the one before it. */
public record PolicyChange(PolicyPart part, How how) {
    /** What became of the part. */
    public enum How {
        ADDED,
        CHANGED,
        REMOVED;

        /** As people read it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Such as {@code rule R7 changed}. */
    @Override
    public String toString() {
        return part + " " + how.word();
    }
}
