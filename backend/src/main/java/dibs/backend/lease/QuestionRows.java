package dibs.backend.lease;

import dibs.backend.environment.UnitName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The port to questions whether leases are still used; part of a transaction. Every lease has a moment at which it is looked at next: at
 * once when there was a sign of life, somebody began to wait, or its holder's settings changed.
 */
public interface QuestionRows {
    /** The leases that are not ended and are to be looked at now, longest waiting first. */
    List<Lease> due(Instant now, int limit);

    /** Looks at the lease next at that moment; nothing: not before something about it changes. */
    void lookAt(LeaseId lease, Optional<Instant> next);

    /** Looks at once at the leases that hold any of the units. */
    void lookAgain(Collection<UnitName> units);

    /** The question about the lease that was not answered. */
    Optional<StaleQuestion> open(LeaseId lease);

    /** Notes that it is asked, in place of an earlier question about the lease. */
    void ask(StaleQuestion question);

    /** Notes that others heard that it was not answered. */
    void told(LeaseId lease, Instant now);

    /** Notes a sign of life. */
    void answered(LeaseId lease, Instant now);
}
