package dibs.bot.reply;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Who reads, and when.
 *
 * @param zone in which moments are named
 * @param now from which distances are counted
 */
public record Reader(ZoneId zone, Instant now) {}
