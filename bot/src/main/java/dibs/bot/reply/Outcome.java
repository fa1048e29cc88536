package dibs.bot.reply;

import java.util.Locale;

/** How a command came out, in one word that scripts rely on. */
public enum Outcome {
    GRANTED,
    ALREADY_YOURS,
    HELD,
    REFUSED,
    FORBIDDEN,
    USING,
    NOT_HELD,
    AMBIGUOUS,
    RELEASED,
    EXTENDED,
    OFFERED,
    TAKEN,
    NUDGED,
    RESERVED,
    WAITING,
    MISUNDERSTOOD,
    UNKNOWN_NAME,
    CHANGED,
    CONFIRM,
    LISTED,
    SHOWN,
    VERDICT,
    FAILED;

    /** The word as scripts see it, such as {@code already-yours}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
