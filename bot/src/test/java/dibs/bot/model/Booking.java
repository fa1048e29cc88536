package dibs.bot.model;

import dibs.bot.reply.LeaseView;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A window in the future that is one person's, as the rules have it. */
final class Booking {
    /** So long before its start it can be confirmed, and so long after it. */
    static final Duration TO_CONFIRM = Duration.ofMinutes(15);

    final String person;
    final Map<String, List<String>> parts;
    final Instant starts;
    final Instant ends;

    Optional<String> purpose;
    boolean confirmed;
    boolean over;

    /** @param parts what is kept, by the names in the order asked */
    Booking(String person, Map<String, List<String>> parts, Instant starts, Instant ends, Optional<String> purpose) {
        this.person = person;
        this.parts = new LinkedHashMap<>(parts);
        this.starts = starts;
        this.ends = ends;
        this.purpose = purpose;
    }

    List<String> units() {
        return parts.values().stream().flatMap(List::stream).sorted().toList();
    }

    boolean touches(Collection<String> units) {
        return units().stream().anyMatch(units::contains);
    }

    boolean overlaps(Instant from, Instant to) {
        return starts.isBefore(to) && from.isBefore(ends);
    }

    boolean canBeConfirmed(Instant now) {
        return !now.isBefore(starts.minus(TO_CONFIRM));
    }

    /** Whether nobody confirmed it in time; of one that was confirmed, whether its time is over. */
    boolean lapsed(Instant now) {
        Instant latest = starts.plus(TO_CONFIRM);
        Instant end = confirmed || latest.isAfter(ends) ? ends : latest;
        return !over && !now.isBefore(end);
    }

    /** As scripts see it in the way of those units: a line for each of its names that has any of them. */
    List<LeaseView> inTheWayOf(Collection<String> wanted) {
        return parts.entrySet().stream()
                .map(part -> Map.entry(
                        part.getKey(),
                        part.getValue().stream().filter(wanted::contains).toList()))
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> new LeaseView(
                        Optional.empty(),
                        part.getKey(),
                        part.getValue(),
                        person,
                        List.of(),
                        Optional.empty(),
                        starts,
                        ends,
                        Optional.empty(),
                        "reserved"))
                .toList();
    }

    @Override
    public String toString() {
        return person + " " + parts.keySet() + " " + starts + " " + ends + " " + (confirmed ? "confirmed" : "reserved")
                + " " + purpose;
    }
}
