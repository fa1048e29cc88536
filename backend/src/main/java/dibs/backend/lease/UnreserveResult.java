package dibs.backend.lease;

import java.util.List;

/** What became of calling off a reservation by its id. */
public sealed interface UnreserveResult {
    /**
     * Those are off.
     *
     * @param all whether none of the series is to come any more
     */
    record Cancelled(List<Reservation> reservations, boolean all) implements UnreserveResult {}

    /** It is another's. */
    record Anothers(Reservation reservation) implements UnreserveResult {}

    /** There is none of that id that is still to begin. */
    record NoSuch() implements UnreserveResult {}
}
