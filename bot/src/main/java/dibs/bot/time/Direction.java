package dibs.bot.time;

/** Which side of a span a moment is: a day without an hour begins one with the working day and ends one with it. */
public enum Direction {
    START,
    END
}
