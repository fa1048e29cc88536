package dibs.backend.policy;

import dibs.backend.environment.Environment;
import dibs.backend.person.PersonId;
import java.time.Instant;

/** Tells what holds of environments now. */
public interface MomentSource {
    /**
     * What holds of the environment.
     *
     * @param leased what a lease of it would be on: itself, or the set of a dev worker pool
     * @param asker whose own lease counts as theirs
     */
    Moment of(Environment leased, PersonId asker, Instant now);
}
