package dibs.bot.reply;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Who reads, and when.
 *
 * @param zone in which moments are named
 * @param now from which distances are counted
 * @param view what may be shown
 */
public record Reader(ZoneId zone, Instant now, View view) {
    /** Whoever may be in a conversation of members. */
    public Reader(ZoneId zone, Instant now) {
        this(zone, now, View.MEMBERS);
    }

    /** The same moment and zone before other eyes: what was answered to one is to be read by all. */
    public Reader as(View other) {
        return new Reader(zone, now, other);
    }
}
