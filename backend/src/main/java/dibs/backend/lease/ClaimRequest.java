package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is claimed, all or nothing.
 *
 * @param environments what is asked for, all of them leasable; at least one
 * @param wish until when
 * @param helpers who may also extend and release
 * @param purpose why, as typed
 * @param uses shared environments whose use is recorded with it
 * @param bundle what it is all together, such as {@code staging-release firefox 145.0b3}
 * @param alike environments of which the first claim ever deserves an explanation
 * @param approved whether the asker may give the approval that a gate may ask for
 */
public record ClaimRequest(
        List<Environment> environments,
        EndWish wish,
        List<PersonRef> helpers,
        Optional<String> purpose,
        List<Environment> uses,
        Optional<String> bundle,
        Set<EnvironmentId> alike,
        boolean approved) {
    public ClaimRequest {
        environments = List.copyOf(environments);
        helpers = List.copyOf(helpers);
        uses = List.copyOf(uses);
        alike = Set.copyOf(alike);
    }

    /** A claim without anything beside it. */
    public static ClaimRequest of(
            List<Environment> environments, EndWish wish, List<PersonRef> helpers, Optional<String> purpose) {
        return new ClaimRequest(environments, wish, helpers, purpose, List.of(), Optional.empty(), Set.of(), false);
    }

    /** The same with another end, and with that purpose where it has none of its own. */
    ClaimRequest until(EndWish other, Optional<String> why) {
        return new ClaimRequest(environments, other, helpers, purpose.or(() -> why), uses, bundle, alike, approved);
    }

    /** The same for other environments. */
    ClaimRequest of(List<Environment> others) {
        return new ClaimRequest(others, wish, helpers, purpose, uses, bundle, alike, approved);
    }
}
