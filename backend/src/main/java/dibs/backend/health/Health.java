package dibs.backend.health;

import java.util.Locale;

/** How an environment is, as far as its probes can tell; the better first. */
public enum Health {
    /** It answers as it should. */
    PASSING,
    /** It works, and says itself that something behind it does not. */
    DEGRADED,
    /** Nobody here can reach it, which says nothing of how it is. */
    UNREACHABLE,
    /** It does not work. */
    FAILING,
    /** Nobody has looked for a while, or not often enough yet. */
    UNKNOWN;

    /** The word that people read, such as {@code failing}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is known to be less than well. */
    public boolean bad() {
        return this == DEGRADED || this == UNREACHABLE || this == FAILING;
    }

    /** Whether it can be used, as far as is known. */
    public boolean works() {
        return this != UNREACHABLE && this != FAILING;
    }

    /** What a look says by itself. */
    static Health of(Sign sign) {
        return switch (sign) {
            case PASSING -> PASSING;
            case DEGRADED -> DEGRADED;
            case FAILED -> FAILING;
            case UNREACHABLE -> UNREACHABLE;
        };
    }

    /** The worse of the two; what is not known says nothing. */
    Health worse(Health other) {
        if (this == UNKNOWN || other == UNKNOWN) {
            return this == UNKNOWN ? other : this;
        }
        return compareTo(other) < 0 ? other : this;
    }
}
