package dibs.backend.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * An event that was heard, with what came of it.
 *
 * @param id the homeserver's; the same however often the event comes
 * @param sender as the homeserver vouches
 * @param outcome what came of it, a word; never what was said
 * @param lease the lease that came of it or was meant by it
 */
public record HeardEvent(
        String id, String room, String sender, String outcome, Optional<LeaseMeant> lease, Instant at) {
    /** An event that no lease came of. */
    public HeardEvent(String id, String room, String sender, String outcome, Instant at) {
        this(id, room, sender, outcome, Optional.empty(), at);
    }
}
