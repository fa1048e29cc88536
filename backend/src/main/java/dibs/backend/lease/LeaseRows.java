package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The port to units and leases; part of a transaction. The store decides who wins, by one conditional statement; what is
 * read is for the wording of the answer.
 */
public interface LeaseRows {
    /**
     * Locks the units' rows in name order until the transaction ends, making those that are missing.
     *
     * @return the token of each unit
     */
    Map<UnitName, FencingToken> lock(Collection<UnitName> units);

    /**
     * Takes those units that are free for the person until then: past their end or offered to this person, and without a
     * reservation of another that overlaps. The units must be locked.
     *
     * @param lease the new lease, whose token is higher than that of each of its units
     * @return whether all were taken; if not, the caller must undo by {@link #allOrNothing}
     */
    boolean take(Lease lease, Instant now);

    /** Runs the work and undoes all that it wrote when it answers false. */
    boolean allOrNothing(BooleanSupplier work);

    /** What keeps the person from holding the units until then, in name order of the units; mine is no blocker. Of an offer and a reservation the environment is the unit's own. */
    List<Blocker> blockers(Collection<UnitName> units, PersonId person, Instant now, Instant until);

    /** The leases that are not ended and hold any of the units, past their end or not, oldest first. */
    List<Lease> open(Collection<UnitName> units);

    /** The leases that are not ended and past their end, oldest end first. */
    List<Lease> due(Instant now, int limit);

    /** The leases that are not ended and whose end is after the one moment and not after the other, oldest end first. */
    List<Lease> endingIn(Instant after, Instant upTo);

    /** The leases that are held at that moment, by environment. */
    List<Lease> held(Instant now);

    /** The lease of that id, ended or not. */
    Optional<Lease> find(LeaseId id);

    /** When the lease ended; nothing while it is open. */
    Optional<Instant> ended(LeaseId id);

    /**
     * Sets another end, if the lease is still held with that token.
     *
     * @return whether it was
     */
    boolean extend(LeaseId id, FencingToken token, Instant until, Instant now);

    /**
     * Ends a lease, if it is still open with that token: its units are free from then on; their tokens stay.
     *
     * @return whether it was
     */
    boolean end(LeaseId id, FencingToken token, Lease.State how, Instant at);

    /** Notes a sign of life of a lease that is held. */
    void seen(LeaseId id, Instant now);

    /** How long the unit was held by the last leases that ended, at most so many, the newest first. */
    List<Duration> lately(UnitName unit, int most);

    /** Whether the person ever held any of the environments. */
    boolean everHeld(PersonId person, Collection<EnvironmentId> environments);

    /** Adds a helper; one that is there already stays. */
    void addHelper(LeaseId id, PersonRef helper);

    /**
     * Gives an environment another name everywhere: its units with their tokens, leases and history follow. Where both
     * names are units already, they become one, with the higher token.
     *
     * @return whether anything carried the old name; false, and nothing changed, while both names are kept by somebody
     */
    boolean rename(EnvironmentId from, EnvironmentId to);
}
