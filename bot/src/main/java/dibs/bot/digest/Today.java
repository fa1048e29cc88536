package dibs.bot.digest;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The day that a digest is about, from now on.
 *
 * @param end its first moment that is tomorrow, on the zone's clock
 */
public record Today(Instant now, Instant end) {
    /** The day on that zone's clock. */
    public static Today at(Instant now, ZoneId zone) {
        return new Today(
                now,
                now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Whether that moment is still to come, and today. */
    public boolean holds(Instant moment) {
        return moment.isAfter(now) && moment.isBefore(end);
    }
}
