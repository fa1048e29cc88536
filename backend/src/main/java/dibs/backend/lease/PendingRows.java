package dibs.backend.lease;

import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The port to what is still open about a lease: at most one offer and one wish to take it over; part of a transaction. What
 * is open about a lease is void once the lease is ended.
 */
public interface PendingRows {
    /** Offers the lease; an earlier offer of it is void. */
    void offer(Handover handover);

    /** The open offer of a lease that is not ended. */
    Optional<Handover> handover(LeaseId lease);

    /** The open offers to the person, of leases that are not ended, oldest first. */
    List<Handover> handoversTo(PersonId person);

    /** The offer is no longer open. */
    void closeHandover(LeaseId lease);

    /** Asks for the lease; an earlier wish is void. */
    void ask(Takeover takeover);

    /** The open wish for a lease that is not ended, unless it has lapsed at that moment. */
    Optional<Takeover> takeover(LeaseId lease, Instant now);

    /** The open wishes, lapsed or not, whose holders had time to turn them down until after the one moment and not after the other. */
    List<Takeover> takeoversDue(Instant after, Instant upTo);

    /** The wish is no longer open. */
    void closeTakeover(LeaseId lease);
}
