package dibs.backend.policy;

/** Whether something holds, where it may be that the question does not tell: Kleene's three values, weakest first. */
public enum Truth {
    FALSE,
    OPEN,
    TRUE;

    /** Two values as truth. */
    public static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** Both hold. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** At least one holds. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** It does not hold. */
    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case OPEN -> OPEN;
            case TRUE -> FALSE;
        };
    }
}
