package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The port to who watches what; part of a transaction. */
public interface WatchRows {
    /**
     * Notes that the person watches the environment by those units.
     *
     * @return whether that is new
     */
    boolean add(PersonId person, EnvironmentId environment, Collection<UnitName> units, Instant now);

    /** Ends the person's watch; whether there was one. */
    boolean remove(PersonId person, EnvironmentId environment);

    /** What the person watches, in name order. */
    List<EnvironmentId> of(PersonId person);

    /** Who watches any of the units, each once, who began first first. */
    List<PersonId> watching(Collection<UnitName> units);
}
