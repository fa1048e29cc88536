package dibs.backend.gate;

import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A chemspill or a release is in flight.
 *
 * @param what in a person's own words, such as {@code chemspill 144.0.1}
 * @param because why, as typed
 * @param by its owner
 * @param until the first instant at which it is over by itself
 */
public record Freeze(String id, String what, Optional<String> because, PersonRef by, Instant since, Instant until) {}
