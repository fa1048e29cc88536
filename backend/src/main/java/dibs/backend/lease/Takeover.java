package dibs.backend.lease;

import dibs.backend.person.PersonRef;
import java.time.Instant;

/**
 * Somebody's wish to have a lease that is another's, which the holder has some time to turn down.
 *
 * @param reason why, as typed
 * @param due from when on the asker may have it, unless the holder kept it
 */
public record Takeover(LeaseId lease, PersonRef by, String reason, Instant at, Instant due) {}
