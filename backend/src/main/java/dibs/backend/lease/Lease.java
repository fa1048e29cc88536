package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A time-bound exclusive right to one environment.
 *
 * @param units what it holds, in name order
 * @param holder who has it
 * @param helpers who may also extend and release it
 * @param token higher than that of any earlier lease of the same units
 * @param since when it was granted
 * @param until the first moment at which it is no longer held
 * @param purpose why, as typed; a renderer must escape it
 * @param bundle what it was claimed together with, such as {@code staging-release firefox 145.0b3}
 * @param seen the last sign of life: when it was claimed, extended or kept
 */
public record Lease(
        LeaseId id,
        EnvironmentId environment,
        List<UnitName> units,
        PersonRef holder,
        List<PersonRef> helpers,
        FencingToken token,
        Instant since,
        Instant until,
        Optional<String> purpose,
        Optional<String> bundle,
        Instant seen,
        State state) {

    public Lease {
        units = units.stream().sorted().toList();
        helpers = List.copyOf(helpers);
    }

    /** What the leases hold, or held, each unit once, in name order. */
    public static List<UnitName> unitsOf(Collection<Lease> leases) {
        return leases.stream()
                .flatMap(lease -> lease.units().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether it is held at that moment: past its end it is not, swept or not. */
    public boolean heldAt(Instant now) {
        return state == State.HELD && until.isAfter(now);
    }

    /** Whether the person may extend and release it. */
    public boolean belongsTo(PersonId person) {
        return holder.id().equals(person)
                || helpers.stream().anyMatch(helper -> helper.id().equals(person));
    }

    /** The same lease with another end, and a sign of life at that moment. */
    public Lease withUntil(Instant end, Instant now) {
        return new Lease(id, environment, units, holder, helpers, token, since, end, purpose, bundle, now, state);
    }

    /** The same lease in another state. */
    public Lease withState(State other) {
        return new Lease(id, environment, units, holder, helpers, token, since, until, purpose, bundle, seen, other);
    }

    /** The same lease with other helpers. */
    public Lease withHelpers(List<PersonRef> others) {
        return new Lease(id, environment, units, holder, others, token, since, until, purpose, bundle, seen, state);
    }

    /** A new lease of the same environment and units for somebody else, from now on. */
    public Lease passedTo(
            LeaseId newId, PersonRef to, FencingToken newToken, Instant now, Instant end, Optional<String> why) {
        return new Lease(newId, environment, units, to, List.of(), newToken, now, end, why, bundle, now, State.HELD);
    }

    /** Where a lease is in its life. */
    public enum State {
        /** Not ended; past its end it is not held all the same. */
        HELD,
        /** Given back by its holder or a helper. */
        RELEASED,
        /** Ended by itself. */
        EXPIRED,
        /** Taken over by another. */
        TAKEN,
        /** Passed on by its holder. */
        HANDED_OVER
    }
}
