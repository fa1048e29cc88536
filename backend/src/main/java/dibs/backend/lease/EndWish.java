package dibs.backend.lease;

import dibs.backend.environment.Limits;
import dibs.backend.person.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Until when somebody wants a lease. */
public sealed interface EndWish {
    /** As long as is usual there. */
    record Usual() implements EndWish {}

    /** For so long from now; of an extend: for so much longer. */
    record For(Duration length) implements EndWish {}

    /** Until that moment. */
    record Until(Instant end) implements EndWish {}

    /** Even late in the day a claim without an end lasts so long. */
    Duration AT_LEAST = Duration.ofHours(2);

    /** How much an extend without an end adds when the day's end adds nothing. */
    Duration MORE = Duration.ofHours(1);

    /**
     * The moment that is meant by somebody in that zone with those hours. One that was named is taken as it is, past or too late: the
     * caller looks.
     */
    default Instant from(Instant now, Limits limits, ZoneId zone, WorkingHours hours) {
        return switch (this) {
            case For wish -> now.plus(wish.length());
            case Until wish -> wish.end();
            case Usual ignored ->
                limits.usual().map(now::plus).orElseGet(() -> {
                    Instant evening = hours.endOf(now.atZone(zone).toLocalDate(), zone);
                    Instant least = now.plus(AT_LEAST);
                    return evening.isBefore(least) ? least : evening;
                });
        };
    }

    /** The end that is meant for what ends at that moment; one that was named may be earlier: the caller looks. */
    default Instant later(Instant end, Limits limits, Asker asker) {
        return switch (this) {
            case For more -> end.plus(more.length());
            case Until moment -> moment.end();
            case Usual usual -> {
                Instant anew = usual.from(asker.now(), limits, asker.zone(), asker.hours());
                yield anew.isAfter(end) ? anew : end.plus(MORE);
            }
        };
    }
}
