package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The port to the lines; part of a transaction. Lines are per unit, first in, first out. */
public interface WaitRows {
    /**
     * Puts the person at the end of each unit's line; a place that the person has already stays. The units must be locked.
     *
     * @param any what the person waits for any of; nothing: for just this environment, and then a place in one of several lines is
     *     one of its own from now on
     */
    void join(
            PersonRef person, EnvironmentId environment, Collection<UnitName> units, Optional<String> any, Instant now);

    /** Puts the person at the end of each unit's line anew, to gather no part of them before then. The units must be locked. */
    void rejoin(
            PersonRef person,
            EnvironmentId environment,
            Collection<UnitName> units,
            Optional<String> any,
            Instant now,
            Instant gathersFrom);

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
