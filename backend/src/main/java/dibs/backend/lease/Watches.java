package dibs.backend.lease;

import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Notice.Watched.Change;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.Optional;

/** Tells those who watch what changes about leases; whoever changes it and whoever has it know already. */
final class Watches {
    private Watches() {}

    /** Tells of what somebody did, where that is a change of who has it and until when. */
    static void tell(LeaseTx tx, What what, Lease lease, PersonRef by, Instant now) {
        switch (what) {
            case CLAIMED, HANDED_OVER, TAKEN_OVER, UNDONE -> tell(tx, Change.HELD, lease, Optional.of(by), now);
            case EXTENDED -> tell(tx, Change.EXTENDED, lease, Optional.of(by), now);
            case RELEASED -> tell(tx, Change.FREE, lease, Optional.of(by), now);
            default -> {}
        }
    }

    /** Tells that a lease ended by itself. */
    static void tellOfTheEnd(LeaseTx tx, Lease lease, Instant now) {
        tell(tx, Change.FREE, lease, Optional.empty(), now);
    }

    private static void tell(LeaseTx tx, Change change, Lease lease, Optional<PersonRef> by, Instant now) {
        Notice notice =
                new Notice.Watched(lease.environment(), change, lease.holder().name(), lease.until());
        Optional<PersonId> actor = by.map(PersonRef::id);
        tx.watches().watching(lease.units()).stream()
                .filter(person -> !person.equals(lease.holder().id()) && !actor.equals(Optional.of(person)))
                .forEach(person -> tx.outbox().put(person, notice, now));
    }
}
