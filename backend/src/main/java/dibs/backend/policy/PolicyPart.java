package dibs.backend.policy;

import java.util.Locale;
import java.util.Optional;

/**
 * One entry of a policy: what is compared and changes as one.
 *
 * @param name its id or name among its kind
 */
public record PolicyPart(Kind kind, String name) {
    /** What it is an entry of. */
    public enum Kind {
        RULE,
        PRESUMPTION,
        SITUATION,
        CLASS,
        ACCESS,
        PURPOSE,
        FACT,
        /** What somebody of a role stands for. */
        ASKER,
        /** The order of the entries of a kind, whose name it has. */
        ORDER;

        /** The kind as people read it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that word, or nothing. */
        public static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** The part that {@link #toString} spells, or nothing where the kind is not known to this program. */
    public static Optional<PolicyPart> of(String text) {
        int space = text.indexOf(' ');
        return space < 0
                ? Optional.empty()
                : Kind.of(text.substring(0, space)).map(kind -> new PolicyPart(kind, text.substring(space + 1)));
    }

    /** Such as {@code rule R7}. */
    @Override
    public String toString() {
        return kind.word() + " " + name;
    }
}
