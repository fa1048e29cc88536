package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the way of a claim.
 *
 * @param environment the environment that is held, offered or reserved; not always the one asked for
 * @param by who has it
 * @param units what it keeps, in name order
 * @param state how it stands in the way
 * @param from since when; of a reservation: from when
 * @param until the first moment at which it does so no longer
 * @param lease the lease, where it is held
 */
public record Blocker(
        EnvironmentId environment,
        List<UnitName> units,
        PersonRef by,
        State state,
        Instant from,
        Instant until,
        Optional<Lease> lease) {
    public Blocker {
        units = units.stream().sorted().toList();
    }

    /** A lease in the way. */
    public static Blocker of(Lease lease) {
        return new Blocker(
                lease.environment(),
                lease.units(),
                lease.holder(),
                State.HELD,
                lease.since(),
                lease.until(),
                Optional.of(lease));
    }

    /** How it stands in the way. */
    public enum State {
        HELD,
        OFFERED,
        RESERVED
    }
}
