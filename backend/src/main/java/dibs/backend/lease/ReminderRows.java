package dibs.backend.lease;

import dibs.backend.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The port to what holders are reminded of; part of a transaction. Every lease has a moment at which it is looked at next: at once when
 * its end or its holder's settings changed.
 */
public interface ReminderRows {
    /** Whose lease is to be looked at now and has waited longest for it. */
    Optional<PersonId> next(Instant now);

    /** The person's leases that are not ended and are to be looked at now, longest waiting first. */
    List<Lease> due(PersonId holder, Instant now, int limit);

    /** Looks at the lease next at that moment; nothing: not before something about it changes. */
    void lookAt(LeaseId lease, Optional<Instant> next);

    /** Looks at every lease anew, for reminders and for the question whether it is still used: the catalog may have changed. */
    void lookAgain();

    /** How long before that end its holder is known to have been told of it, and when that was. */
    Map<Duration, Instant> sent(LeaseId lease, Instant until);

    /** Notes that the holder was told of that end so long before it; again changes nothing. */
    void sent(LeaseId lease, Instant until, Duration lead, Instant now);

    /** Notes that a notice is to say what becomes of the lease. */
    void told(LeaseId lease, String notice);

    /** The notices that are still to say what becomes of the lease, oldest first. */
    List<String> told(LeaseId lease);

    /** Those notices say by now what became of it. */
    void close(Collection<String> notices);
}
