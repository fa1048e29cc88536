package dibs.backend.gate;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The port to gates; part of a transaction. An environment has at most one gate that stands and one that comes back; what is open has
 * none. There are as many rows as gates, so all of them are read at once.
 */
public interface GateRows {
    /** Has whoever claims any of the units, or what is kept together with them, wait until the transaction ends. */
    void lock(Collection<UnitName> units);

    /** All gates, by environment; one that stands before one that comes back. Those past their end too. */
    List<Gate> all();

    /**
     * Puts a gate in place of the environment's one of its sort.
     *
     * @param told whether people were told that it is shut, or need not be
     * @param due when it next changes by itself
     */
    void put(Gate gate, boolean told, Optional<Instant> due);

    /** Takes a gate away; false where it is gone, or another one has its place. */
    boolean remove(Gate gate);

    /** The gates that change by themselves by that moment, the oldest first. */
    List<Told> due(Instant now, int limit);

    /** Notes what was told of a gate; false where somebody else was at it since it was read. */
    boolean tell(Told before, boolean told, Optional<Instant> due);

    /**
     * Lets go what any of the units is kept for, with all that is kept for the same person by the same offer: those persons keep their
     * places, and have a turn again once it is open. The units must be locked.
     */
    void letGo(Collection<UnitName> units);

    /** Who holds any of the units at that moment, or uses any of the environments. */
    List<PersonId> holders(Collection<UnitName> units, Collection<EnvironmentId> environments, Instant now);

    /** Who watches any of the units or environments. */
    List<PersonId> watchers(Collection<UnitName> units, Collection<EnvironmentId> environments);

    /**
     * A gate with what people know of it.
     *
     * @param shut whether they were told that it is shut
     */
    record Told(Gate gate, boolean shut, Instant due) {}
}
