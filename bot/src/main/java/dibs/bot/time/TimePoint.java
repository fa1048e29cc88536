package dibs.bot.time;

import dibs.backend.person.WorkingHours;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A moment as somebody wrote it: when that is hangs on now, on their zone and on their working hours. */
public sealed interface TimePoint permits Later, Moment {
    /**
     * The moment that is meant.
     *
     * <p>A time without a day is today's. A day's name is the next such day, today if the moment is still ahead. A day
     * without a time ends with the working day and begins with it. Midnight is the end of the day that it is said of.
     *
     * @param now the moment at which it was said; for the end of a span that begins later, the span's beginning
     * @param zone the speaker's, for what names no zone of its own
     * @param hours the speaker's
     */
    Resolved resolve(Instant now, ZoneId zone, WorkingHours hours, Direction direction);

    /**
     * What the clock was to show at the moment that was meant. On a day on which the clock skips that, it shows another time then.
     *
     * @param then the moment, as it was resolved
     */
    default LocalDateTime wall(Instant then, ZoneId zone, WorkingHours hours, Direction direction) {
        return then.atZone(in(zone)).toLocalDateTime();
    }

    /** The zone whose clock is meant: one that was written with it, else the speaker's. */
    ZoneId in(ZoneId speakers);
}
