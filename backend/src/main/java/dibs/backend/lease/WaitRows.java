package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The port to the lines; part of a transaction. Lines are per unit, first in, first out. */
public interface WaitRows {
    /** Puts the person at the end of each unit's line; a place that the person has already stays. The units must be locked. */
    void join(PersonRef person, EnvironmentId environment, Collection<UnitName> units, Instant now);

    /** Puts the person at the end of each unit's line anew, to gather no part of them before then. The units must be locked. */
    void rejoin(
            PersonRef person, EnvironmentId environment, Collection<UnitName> units, Instant now, Instant gathersFrom);

    /**
     * Takes the person out of each unit's line.
     *
     * @return how many places were given up
     */
    int leave(PersonId person, Collection<UnitName> units, Instant now);

    /** The line of a unit, first in line first. */
    List<Waiting> line(UnitName unit);

    /** The places that the person has, oldest first. */
    List<Waiting> of(PersonId person);
}
