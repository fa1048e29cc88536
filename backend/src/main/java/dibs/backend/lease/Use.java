package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that somebody uses a shared environment; it keeps nobody out.
 *
 * @param id lower-case letters and digits
 * @param until the first moment at which it is over
 * @param purpose why, as typed
 * @param bundle what it was recorded together with, such as {@code staging-release firefox 145.0b3}
 */
public record Use(
        String id,
        EnvironmentId environment,
        PersonRef person,
        Instant since,
        Instant until,
        Optional<String> purpose,
        Optional<String> bundle) {

    /** The same use with another end. */
    public Use withUntil(Instant end) {
        return new Use(id, environment, person, since, end, purpose, bundle);
    }
}
