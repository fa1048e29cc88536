package dibs.backend.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When windows are: each begins at the same time on the clock of one zone and lasts as long. A time that the clock jumps over moves on
 * by the length of the gap; of a time that comes twice it is the earlier one.
 *
 * @param first when the first begins, on that clock
 * @param every when it comes again; nothing: never
 * @param until none begins then or later; nothing: it goes on
 */
public record Schedule(
        ZoneId zone, LocalDateTime first, Duration length, Optional<Recurrence> every, Optional<Instant> until) {

    /** One window. */
    public record Span(Instant starts, Instant ends) {
        /** Whether they have a moment in common. */
        public boolean overlaps(Instant from, Instant to) {
            return starts.isBefore(to) && from.isBefore(ends);
        }
    }

    /** The windows that begin from then on and before then, in order. */
    public List<Span> between(Instant from, Instant to) {
        // Around a change of the clock a day of the zone may begin a little earlier.
        LocalDate begin = from.atZone(zone).toLocalDate().minusDays(1);
        Instant end = until.filter(it -> it.isBefore(to)).orElse(to);
        Stream<LocalDate> days =
                every.map(it -> it.from(begin, first.toLocalDate())).orElseGet(() -> Stream.of(first.toLocalDate()));
        return days.map(this::on)
                .takeWhile(span -> span.starts().isBefore(end))
                .filter(span -> !span.starts().isBefore(from))
                .toList();
    }

    private Span on(LocalDate day) {
        Instant starts = day.atTime(first.toLocalTime()).atZone(zone).toInstant();
        return new Span(starts, starts.plus(length));
    }

    /** The first window that begins then or later, whatever its end of all. */
    public Optional<Span> next(Instant from) {
        LocalDate begin = from.atZone(zone).toLocalDate().minusDays(1);
        Stream<LocalDate> days =
                every.map(it -> it.from(begin, first.toLocalDate())).orElseGet(() -> Stream.of(first.toLocalDate()));
        return days.map(this::on).filter(span -> !span.starts().isBefore(from)).findFirst();
    }

    /** The same, whose first window is that one. */
    public Schedule beginning(Span span) {
        LocalDate day = span.starts().atZone(zone).toLocalDate();
        return new Schedule(zone, day.atTime(first.toLocalTime()), length, every, until);
    }
}
