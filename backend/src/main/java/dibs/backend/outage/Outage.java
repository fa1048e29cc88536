package dibs.backend.outage;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.List;

/**
 * A time in which Dibs was away: stopped, asleep, or without its store.
 *
 * @param from the last moment at which it is known to have been there
 * @param to when it was back
 * @param kept the leases whose end fell into it, by environment
 */
public record Outage(Instant from, Instant to, List<Kept> kept) {
    public Outage {
        kept = List.copyOf(kept);
    }

    /**
     * A lease that goes on for a while, since nobody could extend it.
     *
     * @param until its end now
     */
    public record Kept(EnvironmentId environment, PersonRef holder, Instant until) {}
}
