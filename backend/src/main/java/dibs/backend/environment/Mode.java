package dibs.backend.environment;

/** How people share an environment. */
public enum Mode {
    /** One holder at a time: it is claimed. */
    EXCLUSIVE,
    /** Many users at a time: its use is recorded. */
    SHARED,
    /** Nobody claims or records it. */
    NONE
}
