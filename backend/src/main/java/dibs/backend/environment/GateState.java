package dibs.backend.environment;

import java.util.Locale;

/** What people decided of an environment. */
public enum GateState {
    /** Whoever may claim may have it. */
    OPEN,
    /** It takes somebody with the role for gates. */
    APPROVAL,
    /** Nobody is to have it. */
    CLOSED,
    /** It is worked on, and nobody is to have it meanwhile. */
    MAINTENANCE;

    /** The word as scripts see it, such as {@code closed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
