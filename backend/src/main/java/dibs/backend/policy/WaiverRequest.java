package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;

/**
 * An exception that somebody wants.
 *
 * @param rule the rule's id; letter case does not matter
 * @param until the first instant at which the rule holds again
 * @param because why, as typed
 */
public record WaiverRequest(
        String rule, EnvironmentId consumer, EnvironmentId environment, Instant until, String because) {}
