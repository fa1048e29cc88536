package dibs.bot.time;

import java.time.Instant;
import java.time.LocalDate;

/** What became of a moment in somebody's zone. */
public sealed interface Resolved {
    /** It is ahead. */
    record At(Instant instant) implements Resolved {}

    /**
     * It is over.
     *
     * @param when the moment that was meant
     */
    record Past(Instant when) implements Resolved {}

    /** It is more than {@link Durations#LONGEST} ahead. */
    record TooFar() implements Resolved {}

    /**
     * A day's name and a date were written that do not go together.
     *
     * @param date the date as it was written, which falls on another day of the week
     */
    record OtherDay(LocalDate date) implements Resolved {}
}
