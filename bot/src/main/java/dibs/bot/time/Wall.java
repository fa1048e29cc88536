package dibs.bot.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** From the clock on the wall to the moment, through the two hours of the year when that is not one to one. */
final class Wall {
    private Wall() {}

    /**
     * The moment at which the clock shows that.
     *
     * <p>A time that the clock jumps over counts as though it had not jumped yet: it moves on by the length of the gap,
     * a whole day where a zone left one out. Of a time that comes twice, an end is the later one, so that nothing ends
     * sooner than somebody may have meant, and a start the earlier one unless that is over.
     */
    static Instant instant(LocalDateTime local, ZoneId zone, Instant now, Direction direction) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() < 2) {
            return local.atZone(zone).toInstant();
        }
        Instant earlier = local.toInstant(offsets.getFirst());
        Instant later = local.toInstant(offsets.getLast());
        return direction == Direction.START && isAhead(earlier, now, direction) ? earlier : later;
    }

    /** Whether a span can still begin or end there; one may begin in the minute that is running. */
    static boolean isAhead(Instant instant, Instant now, Direction direction) {
        return switch (direction) {
            case END -> instant.isAfter(now);
            case START -> !instant.isBefore(now.truncatedTo(ChronoUnit.MINUTES));
        };
    }
}
