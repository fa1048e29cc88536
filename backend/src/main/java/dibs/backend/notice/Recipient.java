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
 * @param again whether an earlier call may have said the same to that account, without anybody's hearing so
 */
public record Recipient(AccountId account, ZoneId zone, Instant now, boolean again) {}
