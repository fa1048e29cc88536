package dibs.backend.gate;

import java.time.Instant;
import java.util.List;

/** The port to freezes; part of a transaction. */
public interface FreezeRows {
    /** Adds one. */
    void add(Freeze freeze);

    /** Those that were not ended and are not past their end, the oldest first. */
    List<Freeze> inFlight(Instant now);

    /** Ends one; false where it had ended. */
    boolean end(String id, Instant at);

    /** Those past their end that nobody ended, the oldest first. */
    List<Freeze> over(Instant now, int limit);
}
