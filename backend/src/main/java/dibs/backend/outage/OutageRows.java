package dibs.backend.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to the heartbeat and to what it showed to be missing; part of a transaction. */
public interface OutageRows {
    /** The last beat; nothing on a store that was never served. */
    Optional<Instant> beat();

    /**
     * Notes a beat.
     *
     * @param before the last one, as it was read
     * @return false when another process noted one since
     */
    boolean beat(Optional<Instant> before, Instant now);

    /** Notes an outage that is over. */
    void add(Outage outage);

    /** Those that ended after that moment, oldest first. */
    List<Outage> endedAfter(Instant moment);
}
