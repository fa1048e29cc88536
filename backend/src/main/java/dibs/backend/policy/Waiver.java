package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;

/**
 * An exception from one rule, for one consumer and one environment, that ends.
 *
 * @param id short, to be quoted
 * @param rule the rule that does not hold meanwhile
 * @param until the first instant at which the rule holds again
 * @param because why, as the admin typed it
 * @param by who made it, as shown to people
 * @param at when it was made
 */
public record Waiver(
        String id,
        String rule,
        EnvironmentId consumer,
        EnvironmentId environment,
        Instant until,
        String because,
        String by,
        Instant at) {
    /** Whether it holds at that time. */
    public boolean holds(Instant now) {
        return now.isBefore(until);
    }
}
