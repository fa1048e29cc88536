package dibs.backend.environment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * That one thing uses another.
 *
 * @param from what uses
 * @param to what is used
 * @param note what to know about it, such as when it is so
 * @param sources where it was read
 */
public record Edge(
        EnvironmentId from,
        EnvironmentId to,
        Sort sort,
        Evidence evidence,
        Optional<String> note,
        List<Environment.Source> sources) {

    public Edge {
        sources = List.copyOf(sources);
    }

    /** An edge of which no more is known. */
    public Edge(EnvironmentId from, EnvironmentId to, Sort sort, Evidence evidence) {
        this(from, to, sort, evidence, Optional.empty(), List.of());
    }

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
        USED;

        /** As the catalog spells it, such as {@code wired}. */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
