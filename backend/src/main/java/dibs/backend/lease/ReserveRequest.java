package dibs.backend.lease;

import dibs.backend.environment.Environment;
import java.util.List;
import java.util.Optional;

/**
 * What is reserved, all or nothing.
 *
 * @param environments all of them leasable; at least one
 * @param uses shared environments whose use is recorded when it begins
 * @param bundle what it is all together
 */
public record ReserveRequest(
        List<Environment> environments,
        List<Environment> uses,
        Schedule schedule,
        Optional<String> purpose,
        Optional<String> bundle) {
    public ReserveRequest {
        environments = List.copyOf(environments);
        uses = List.copyOf(uses);
    }
}
