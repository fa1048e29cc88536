package dibs.bot.time;

import dibs.backend.person.WorkingHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An hour of a day.
 *
 * @param zone the zone that was written behind the hour
 */
record Moment(Day day, Hour hour, Optional<ZoneId> zone) implements TimePoint {
    Moment(Day day, Hour hour) {
        this(day, hour, Optional.empty());
    }

    @Override
    public ZoneId in(ZoneId speakers) {
        return zone.orElse(speakers);
    }

    @Override
    public Resolved resolve(Instant now, ZoneId speakers, WorkingHours hours, Direction direction) {
        ZoneId where = zone.orElse(speakers);
        List<LocalDate> dates = dates(now, where, speakers, hours);
        Optional<DayOfWeek> name = day.name();
        if (name.isPresent() && dates.getFirst().getDayOfWeek() != name.get()) {
            return new Resolved.OtherDay(dates.getFirst());
        }
        List<Instant> instants = dates.stream()
                .map(date -> Wall.instant(hour.on(date, hours, direction), where, now, direction))
                .toList();
        return instants.stream()
                .filter(instant -> Wall.isAhead(instant, now, direction))
                .findFirst()
                .map(instant -> ahead(instant, now))
                .orElseGet(() -> beginsToday(direction) ? new Resolved.At(now) : new Resolved.Past(instants.getLast()));
    }

    @Override
    public LocalDateTime wall(Instant then, ZoneId speakers, WorkingHours hours, Direction direction) {
        ZoneId where = in(speakers);
        LocalDateTime shown = then.atZone(where).toLocalDateTime();
        // Midnight is said of the day before.
        return Stream.of(shown.toLocalDate(), shown.toLocalDate().minusDays(1))
                .map(date -> hour.on(date, hours, direction))
                .filter(said -> said.atZone(where).toInstant().equals(then))
                .findFirst()
                .orElse(shown);
    }

    private List<LocalDate> dates(Instant now, ZoneId where, ZoneId speakers, WorkingHours hours) {
        LocalDate there = now.atZone(where).toLocalDate();
        if (!(day instanceof Day.Unsaid)) {
            return day.dates(there, hours);
        }
        // Around midnight the speaker's today is another day than the zone's: either may be meant.
        return Stream.of(there, now.atZone(speakers).toLocalDate())
                .distinct()
                .sorted()
                .toList();
    }

    /** "from today", said after the working day began. */
    private boolean beginsToday(Direction direction) {
        return direction == Direction.START && hour == Hour.Named.UNSAID && day.equals(new Day.Ahead(0));
    }

    private static Resolved ahead(Instant instant, Instant now) {
        if (instant.isAfter(now.plus(Durations.LONGEST))) {
            return new Resolved.TooFar();
        }
        return new Resolved.At(instant.isBefore(now) ? now : instant);
    }
}
