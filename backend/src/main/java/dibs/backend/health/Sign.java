package dibs.backend.health;

import java.util.Locale;

/** What one look at an environment says, best first. */
public enum Sign {
    /** It answered as it should. */
    PASSING,
    /** It works, and says itself that something behind it does not. */
    DEGRADED,
    /** It does not work: it answers wrongly, too late, or refuses. */
    FAILED,
    /** It cannot be reached from here, which says nothing of how it is. */
    UNREACHABLE;

    /** The word that people read, such as {@code degraded}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
