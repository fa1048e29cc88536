package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody reserved once or again and again; its windows are {@link Reservation}s.
 *
 * @param environments what is kept, in the order named
 * @param uses shared environments whose use is recorded when a window begins
 * @param storedTo every window that begins before then is stored, or will not be
 * @param windows how many were numbered
 */
public record Series(
        String id,
        PersonRef person,
        Schedule schedule,
        List<EnvironmentId> environments,
        List<EnvironmentId> uses,
        Optional<String> purpose,
        Optional<String> bundle,
        Instant storedTo,
        int windows) {
    public Series {
        environments = List.copyOf(environments);
        uses = List.copyOf(uses);
    }

    /** The same under another id. */
    Series called(String other) {
        return new Series(other, person, schedule, environments, uses, purpose, bundle, storedTo, windows);
    }
}
