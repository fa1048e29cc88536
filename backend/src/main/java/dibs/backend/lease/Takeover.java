package dibs.backend.lease;

import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody's wish to have a lease that is another's, which the holder has some time to turn down. Who does not come back for it in time
 * no longer wishes it, so that others may.
 *
 * @param by who wishes it
 * @param reason why, as typed
 * @param at when it was wished
 * @param due from when on the asker may have it, unless the holder kept it
 */
public record Takeover(LeaseId lease, PersonRef by, String reason, Instant at, Instant due) {
    /** How long after the holder's time is up the asker may have it. */
    public static final Duration STANDS = Duration.ofDays(1);

    /** The same wish, with another moment from when on it may be had. */
    public Takeover dueAt(Instant moment) {
        return new Takeover(lease, by, reason, at, moment);
    }

    /** From when on the wish is void. */
    public Instant lapses() {
        return due.plus(STANDS);
    }
}
