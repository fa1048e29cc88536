package dibs.bot.time;

import dibs.backend.person.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * So long after now, by the stopwatch: in two days is in 48 hours, whatever the clocks do meanwhile.
 *
 * @param length nought stands for now itself
 */
record Later(Duration length) implements TimePoint {
    @Override
    public ZoneId in(ZoneId speakers) {
        return speakers;
    }

    @Override
    public Resolved resolve(Instant now, ZoneId zone, WorkingHours hours, Direction direction) {
        // A span may begin now, but what ends now has no length.
        return length.isZero() && direction == Direction.END
                ? new Resolved.Past(now)
                : new Resolved.At(now.plus(length));
    }
}
