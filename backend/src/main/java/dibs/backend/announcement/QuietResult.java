package dibs.backend.announcement;

import java.time.Instant;

/** What came of asking for quiet. */
public sealed interface QuietResult {
    /** Nothing is announced there until then. */
    record Quiet(Instant until) implements QuietResult {}

    /** It is announced there again. */
    record Loud() implements QuietResult {}
}
