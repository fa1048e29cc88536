package dibs.backend.confirmation;

import dibs.backend.person.PersonId;
import java.time.Instant;

/**
 * A wish that waits to be confirmed, or was.
 *
 * @param code what its person has to type
 * @param by who alone may confirm it
 * @param until the first instant at which it is no longer good
 * @param taken whether it was confirmed
 */
public record Confirmation(String code, PersonId by, Wish wish, Instant at, Instant until, boolean taken) {}
