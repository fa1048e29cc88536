package dibs.backend.policy;

import java.time.Instant;

/**
 * A state of the policy that was in force, as the store counts them.
 *
 * @param number from 1 on, without gaps
 * @param hash the same for the same policy, whatever its revision says
 * @param loadedAt when it was first in force
 * @param revision who changed the file and what for, as the file said
 */
public record PolicyVersion(int number, String hash, Instant loadedAt, Policy.Revision revision) {}
