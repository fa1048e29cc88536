package dibs.bot.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All that is reserved. */
final class Bookings {
    /** With less than that left before another's window nothing is to be had. */
    static final Duration SHORTEST = Duration.ofMinutes(15);

    private final List<Booking> all = new ArrayList<>();

    void add(Booking booking) {
        all.add(booking);
    }

    /** Those that are still to begin, the soonest first. */
    List<Booking> open() {
        return all.stream()
                .filter(booking -> !booking.over)
                .sorted(Comparator.comparing((Booking booking) -> booking.starts))
                .toList();
    }

    /** Those of them that keep any of the units. */
    List<Booking> open(Collection<String> units) {
        return open().stream().filter(booking -> booking.touches(units)).toList();
    }

    /** Those that keep any of the units from that person at some moment from then to then. */
    Stream<Booking> others(String person, Collection<String> units, Instant from, Instant to) {
        return open(units).stream().filter(it -> !it.person.equals(person) && it.overlaps(from, to));
    }

    /** What keeps the units from that person now, if they are wanted until then: what begins in a quarter of an hour is as good as begun. */
    List<Booking> inTheWay(String person, Collection<String> units, Instant now, Instant until) {
        Instant soon = now.plus(SHORTEST);
        return others(person, units, now, until.isBefore(soon) ? until : soon).toList();
    }

    boolean soon(String person, Collection<String> units, Instant now) {
        return !inTheWay(person, units, now, Instant.MAX).isEmpty();
    }

    /** That end, or the beginning of another's window before it. */
    Instant before(String person, Collection<String> units, Instant now, Instant end) {
        return others(person, units, now, end)
                .map(booking -> booking.starts)
                .filter(starts -> starts.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(end);
    }
}
