package dibs.backend.lease;

import dibs.backend.person.PersonRef;
import java.time.Instant;

/**
 * A holder's offer of a lease to somebody; the holder keeps it until the other accepts.
 *
 * @param to whom it is offered
 * @param by its holder
 * @param until the end that the lease has once it is accepted
 * @param at when it was offered
 */
public record Handover(LeaseId lease, PersonRef to, PersonRef by, Instant until, Instant at) {}
