package dibs.bot.command;

import static dibs.bot.reply.Inline.when;

import dibs.backend.lease.EndWish;
import dibs.backend.lease.Recurrence;
import dibs.backend.lease.Schedule;
import dibs.bot.reply.Line;
import dibs.bot.time.Direction;
import dibs.bot.time.Recurrences.Often;
import dibs.bot.time.Resolved;
import dibs.bot.time.TimePoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the words about time of a {@code reserve} come to for whoever speaks. */
sealed interface PlannedSchedule {
    /** They can be meant. */
    record Good(Schedule schedule) implements PlannedSchedule {}

    /** They cannot; this is why. */
    record Bad(Line why) implements PlannedSchedule {}

    static PlannedSchedule of(Command.Reserve command, Turn turn) {
        return switch (starts(command, turn)) {
            case Ends.Bad bad -> new Bad(bad.why());
            case Ends.Good good -> of(command, instant(good), turn);
        };
    }

    private static Ends starts(Command.Reserve command, Turn turn) {
        Resolved resolved = command.from().resolve(turn.now(), turn.zone(), turn.hours(), Direction.START);
        // What comes again may have a first time that is over: the next one counts.
        return command.every().isPresent() && resolved instanceof Resolved.Past past
                ? new Ends.Good(new EndWish.Until(past.when()))
                : Ends.of(resolved, turn);
    }

    private static PlannedSchedule of(Command.Reserve command, Instant starts, Turn turn) {
        Optional<Ends> end = command.length().end().map(it -> ends(it, starts, turn));
        Optional<Ends> last = command.last().map(it -> ends(it, starts, turn));
        Optional<Line> bad = Stream.of(end, last)
                .flatMap(Optional::stream)
                .filter(Ends.Bad.class::isInstance)
                .map(it -> ((Ends.Bad) it).why())
                .findFirst();
        if (bad.isPresent()) {
            return new Bad(bad.get());
        }
        Span first = new Span(starts, end.map(PlannedSchedule::instant).orElse(starts));
        return new Good(command.every()
                .map(often -> again(command, often, first, last.map(PlannedSchedule::instant), turn))
                .orElseGet(() -> once(command, first, turn)));
    }

    /** The first window as it was read; where a length was typed, it ends as it begins. */
    record Span(Instant starts, Instant ends) {}

    /** That very moment, even where the clock shows its time twice. */
    private static Schedule once(Command.Reserve command, Span span, Turn turn) {
        ZoneId offset = command.from().in(turn.zone()).getRules().getOffset(span.starts());
        return new Schedule(
                offset,
                LocalDateTime.ofInstant(span.starts(), offset),
                command.length().length().orElseGet(() -> Duration.between(span.starts(), span.ends())),
                Optional.empty(),
                Optional.empty());
    }

    /** What was typed counts on the wall, for the day of its first window may be one on which the clock jumps. */
    private static Schedule again(Command.Reserve command, Often often, Span span, Optional<Instant> last, Turn turn) {
        ZoneId zone = command.from().in(turn.zone());
        LocalDateTime first = command.from().wall(span.starts(), turn.zone(), turn.hours(), Direction.START);
        return new Schedule(
                zone,
                first,
                command.length().length().orElseGet(() -> onTheWall(first, span, zone)),
                Optional.of(recurrence(often, first)),
                last);
    }

    private static Duration onTheWall(LocalDateTime first, Span span, ZoneId zone) {
        Duration length = Duration.between(first, LocalDateTime.ofInstant(span.ends(), zone));
        return length.isPositive() ? length : Duration.between(span.starts(), span.ends());
    }

    private static Ends ends(TimePoint moment, Instant starts, Turn turn) {
        Resolved resolved = moment.resolve(starts, turn.zone(), turn.hours(), Direction.END);
        return resolved instanceof Resolved.Past past
                ? new Ends.Bad(Line.of(
                        "{} is not after {}, when it begins: write a later end, or the day with it.",
                        when(past.when()),
                        when(starts)))
                : Ends.of(resolved, turn);
    }

    private static Instant instant(Ends ends) {
        return ends instanceof Ends.Good good && good.wish() instanceof EndWish.Until until ? until.end() : Instant.MAX;
    }

    private static Recurrence recurrence(Often often, LocalDateTime first) {
        return new Recurrence(often.days().isEmpty() ? Set.of(first.getDayOfWeek()) : often.days(), often.weeks());
    }
}
