package dibs.backend.lease;

import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The port to units that are kept for who waits; part of a transaction. The units must be locked. */
public interface WindowRows {
    /**
     * Keeps units for a person until then, to be claimed: those that are free or were gathered for them.
     *
     * @return whether all were; if not, the caller must undo by {@link LeaseRows#allOrNothing}
     */
    boolean offer(Collection<UnitName> units, PersonId person, Instant now, Instant until);

    /**
     * Keeps free units for a person until then, while others that they wait for are not free.
     *
     * @return whether all were free
     */
    boolean gather(Collection<UnitName> units, PersonId person, Instant now, Instant until);

    /** Lets go what is kept of the units, for whomever. */
    void letGo(Collection<UnitName> units);

    /** What is or was kept of the units and not let go since, in name order. */
    List<Window> of(Collection<UnitName> units);

    /** What was kept until now or before and not let go since, the oldest end first. */
    List<Window> over(Instant now, int limit);

    /** Free units that somebody waits for and that are kept for nobody, in name order. */
    List<UnitName> waitedFor(Instant now, int limit);
}
