package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The port to reservations; part of a transaction. */
public interface ReservationRows {
    /** Adds a series without its windows; false where its id is taken, and then nothing was added. */
    boolean add(Series series, Instant now);

    /** Adds a window of a series: nobody else can take its units then. They must be locked. */
    void add(Reservation reservation);

    /** Those that are still to begin and keep any of the units, the soonest first. */
    List<Reservation> open(Collection<UnitName> units);

    /** Those that are still to begin, the soonest first. */
    List<Reservation> open();

    /** Those of a series that are still to begin, the soonest first. */
    List<Reservation> ofSeries(String series);

    /** The one of that id, in whatever state. */
    Optional<Reservation> find(String id);

    /** Those still to begin that start until then, the soonest first. */
    List<Reservation> due(Instant starts, int limit);

    /**
     * Brings one that is still to begin into another state; once it is none of those, it keeps nothing any more. The units must be locked.
     *
     * @return whether it was still to begin
     */
    boolean move(String id, Reservation.State state, Instant now);

    /** Lets one that is still to begin be confirmed until then, after its person was asked once more. */
    void longer(String id, Instant confirmBy);

    /** Gives one another purpose. */
    void purpose(String id, String purpose);

    /** How many series the person has that have a window still to begin. */
    int count(PersonId person);

    /** Series of which not all windows up to then are stored, the one that is furthest behind first. */
    List<Series> toAdd(Instant storedTo, int limit);

    /** Notes how far the windows of a series are stored. */
    void stored(String series, Instant storedTo, int windows);

    /** No more windows are added to a series. */
    void end(String series, Instant at);

    /** The shared environments whose use is recorded when a window of the series begins. */
    List<EnvironmentId> uses(String series);
}
