package dibs.backend.lease;

import dibs.backend.person.PersonRef;
import java.time.Instant;

/**
 * A holder's offer of a lease to somebody; the holder keeps it until the other accepts.
 *
 * @param until the end that the lease has once it is accepted
 */
public record Handover(LeaseId lease, PersonRef to, PersonRef by, Instant until, Instant at) {}
