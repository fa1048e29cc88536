package dibs.backend.policy;

import java.util.Locale;

/** What the rules say of a question. */
public enum Answer {
    /** A rule allows it and none forbids it. */
    SAFE,
    /** A rule forbids it. */
    UNSAFE,
    /** It depends on what the question does not tell, or on somebody's consent. */
    CONDITIONAL,
    /** What is asked about is not known or does not exist. */
    UNKNOWN;

    /** The answer as people and scripts read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
