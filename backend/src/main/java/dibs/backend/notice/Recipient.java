package dibs.backend.notice;

import dibs.backend.person.AccountId;
import java.time.Instant;
import java.time.ZoneId;

/**
 * To whom something is said.
 *
 * @param account of the platform that says it
 * @param zone in which moments are named
 * @param now from which distances are counted
 */
public record Recipient(AccountId account, ZoneId zone, Instant now) {}
