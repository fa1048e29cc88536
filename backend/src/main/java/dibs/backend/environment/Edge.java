package dibs.backend.environment;

import java.util.Locale;

/**
 * That one thing uses another.
 *
 * @param from what uses
 * @param to what is used
 */
public record Edge(EnvironmentId from, EnvironmentId to, Sort sort, Evidence evidence) {

    /** How it is used. */
    public enum Sort {
        /** It does not work without it. */
        DEPENDS_ON,
        /** It writes to it. */
        WRITES,
        /** It reads from it. */
        READS,
        /** It sends it a copy, one-way; nothing waits for it. */
        COPIES_TO;

        /** As the catalog spells it, such as {@code depends-on}. */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether an outage of what is used reaches what uses it. */
        public boolean carriesBack() {
            return this != COPIES_TO;
        }
    }

    /** What is known to make it so, weakest first. */
    public enum Evidence {
        /** It may: credentials or scopes reach it. */
        PERMITTED,
        /** Its configuration names it. */
        WIRED,
        /** It was seen doing so. */
        USED
    }
}
