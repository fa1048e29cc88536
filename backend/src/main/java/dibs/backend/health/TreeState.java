package dibs.backend.health;

import java.util.Locale;
import java.util.Optional;

/** What sheriffs decided of a tree, as it is read from the tree's own service. */
public enum TreeState {
    OPEN,
    /** Open for whoever has an approval. */
    APPROVAL_REQUIRED,
    CLOSED;

    /** As the service and people say it, such as {@code approval required}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The same behind the tree's name, such as {@code is closed}. */
    public String predicate() {
        return (this == APPROVAL_REQUIRED ? "is set to " : "is ") + word();
    }

    /** The state of that word; nothing where it is none. */
    public static Optional<TreeState> of(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        for (TreeState state : values()) {
            if (state.word().equals(wanted)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
