package dibs.backend.lease;

import dibs.backend.environment.UnitName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The port to units whose clean-up is not confirmed; part of a transaction. It knows nothing of checklists: every lease that ends
 * leaves its units so, and who reads it asks the catalog whether there is anything to tidy. The units must be locked by who writes.
 */
public interface TidyRows {
    /**
     * The lease ended then: its units are not tidied, in place of whatever lease left them so before.
     *
     * @param ask from when on its holder may be asked about it
     */
    void leave(Lease lease, Instant at, Instant ask);

    /** The end of the lease is undone: its units are as they were before it. */
    void lift(LeaseId lease);

    /** Those of the units that are not tidied, in name order; a lease past its end has ended, swept or not. */
    List<Untidied> of(Collection<UnitName> units, Instant now);

    /** All units that nobody holds at that moment and that are not tidied, in name order. */
    List<Untidied> free(Instant now);

    /** The units are tidied. */
    void confirm(Collection<UnitName> units, Instant now);

    /** The leases whose holders are to be asked by then, who has waited longest first. */
    List<LeaseId> toAsk(Instant now, int limit);

    /** The lease's holder is to be asked then, and not before. */
    void askAt(LeaseId lease, Instant at);

    /**
     * The lease's holder is asked now.
     *
     * @return whether that was still to be done
     */
    boolean asked(LeaseId lease);
}
