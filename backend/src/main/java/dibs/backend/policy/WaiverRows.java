package dibs.backend.policy;

import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to exceptions; part of a transaction. */
public interface WaiverRows {
    /**
     * Adds it.
     *
     * @param by who makes it
     * @return false where its id is taken; then nothing was added
     */
    boolean add(Waiver waiver, PersonId by);

    /** Those that hold at that moment, those that end first before the others. */
    List<Waiver> inForce(Instant now);

    /** The one of that id that holds at that moment, or nothing. */
    Optional<Waiver> inForce(String id, Instant now);

    /** It no longer holds from then on; false where it did not hold anyway. */
    boolean end(String id, Instant at);
}
