package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody stands in the lines of an environment.
 *
 * @param any what they wait for any of, this environment among others
 * @param ahead who is before them in any of its lines, first in line first
 * @param guess when it may be their turn, by the end of the present lease and by how long it was held lately; nothing where that is
 *     not known well enough
 */
public record Place(EnvironmentId environment, Optional<String> any, List<PersonRef> ahead, Optional<Instant> guess) {
    public Place {
        ahead = List.copyOf(ahead);
    }
}
