package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A time-bound exclusive right to one environment.
 *
 * @param units what it holds, in name order
 * @param holder who has it
 * @param helpers who may also extend and release it
 * @param until the first moment at which it is no longer held
 * @param purpose why, as typed; a renderer must escape it
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
        State state) {

    public Lease {
        units = units.stream().sorted().toList();
        helpers = List.copyOf(helpers);
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

    /** The same lease with another end. */
    public Lease withUntil(Instant end) {
        return new Lease(id, environment, units, holder, helpers, token, since, end, purpose, state);
    }

    /** The same lease in another state. */
    public Lease withState(State other) {
        return new Lease(id, environment, units, holder, helpers, token, since, until, purpose, other);
    }

    /** The same lease with other helpers. */
    public Lease withHelpers(List<PersonRef> others) {
        return new Lease(id, environment, units, holder, others, token, since, until, purpose, state);
    }

    /** Where a lease is in its life. */
    public enum State {
        HELD,
        RELEASED,
        EXPIRED
    }
}
