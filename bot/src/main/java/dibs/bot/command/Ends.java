package dibs.bot.command;

import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.lease.EndWish;
import dibs.bot.reply.Line;
import dibs.bot.time.Direction;
import dibs.bot.time.Resolved;
import dibs.bot.time.TimePoint;
import java.util.Optional;

/** Places the end that somebody typed in their own time. */
sealed interface Ends {
    /** It can be meant. */
    record Good(EndWish wish) implements Ends {}

    /** It cannot; this is why. */
    record Bad(Line why) implements Ends {}

    static Ends wish(Optional<Command.End> end, Turn turn) {
        return end.map(typed -> switch (typed) {
                    case Command.End.For length -> new Good(new EndWish.For(length.length()));
                    case Command.End.Until until -> until(until.moment(), turn);
                })
                .orElseGet(() -> new Good(new EndWish.Usual()));
    }

    private static Ends until(TimePoint moment, Turn turn) {
        return of(moment.resolve(turn.now(), turn.zone(), turn.hours(), Direction.END), turn);
    }

    /** What became of a moment, as an end or the start of something. */
    static Ends of(Resolved resolved, Turn turn) {
        return switch (resolved) {
            case Resolved.At at -> new Good(new EndWish.Until(at.instant()));
            case Resolved.Past past ->
                new Bad(Line.of(
                        "{} has passed; it is {} now. Write a later one, or the day with it.",
                        when(past.when()),
                        when(turn.now())));
            case Resolved.OtherDay other ->
                new Bad(Line.of(
                        "{} falls on another day of the week: write the date or the day, not both.",
                        text(other.date().toString())));
            case Resolved.TooFar tooFar -> new Bad(Line.of("That is years away: write an end within a few weeks."));
        };
    }
}
