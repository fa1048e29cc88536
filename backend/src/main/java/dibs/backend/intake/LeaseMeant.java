package dibs.backend.intake;

import dibs.backend.environment.EnvironmentId;

/**
 * A lease as it was when something was said about it; it may have ended since, and another begun.
 *
 * @param token its fencing token
 */
public record LeaseMeant(EnvironmentId environment, long token) {}
