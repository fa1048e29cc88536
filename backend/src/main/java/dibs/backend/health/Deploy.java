package dibs.backend.health;

import java.time.Instant;
import java.util.Optional;

/**
 * What runs in an environment.
 *
 * @param at when it was seen to have come; nothing where it was there from the first look on
 */
public record Deploy(Deployed what, Optional<Instant> at) {}
