package dibs.backend.person;

/** What a person may do; each role includes those before it. */
public enum Role {
    /** Ask questions. */
    ASK,
    /** Everything about leases. */
    CLAIM,
    /** Open and close gates, freeze and thaw. */
    GATE,
    /** Settle what others may not. */
    ADMIN;

    /** Whether this role includes the other. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
