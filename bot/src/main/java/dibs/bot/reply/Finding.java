package dibs.bot.reply;

/**
 * What a look at the installation found.
 *
 * @param text one or two sentences for an administrator, without anything secret; of a fault also what to do
 */
public record Finding(Kind kind, String text) {
    /** How bad it is. */
    public enum Kind {
        GOOD,
        /** Whether it is good cannot be told from here. */
        UNSURE,
        FAULT
    }

    public Finding {
        text = Visible.of(text);
    }

    /** It is as it should be. */
    public static Finding good(String text) {
        return new Finding(Kind.GOOD, text);
    }

    /** It cannot be told. */
    public static Finding unsure(String text) {
        return new Finding(Kind.UNSURE, text);
    }

    /** Something has to be mended. */
    public static Finding fault(String text) {
        return new Finding(Kind.FAULT, text);
    }

    /** Whether something has to be mended. */
    public boolean isFault() {
        return kind == Kind.FAULT;
    }

    /** On one line, with its kind in front. */
    @Override
    public String toString() {
        return switch (kind) {
                    case GOOD -> "ok     ";
                    case UNSURE -> "?      ";
                    case FAULT -> "FAULT  ";
                }
                + text;
    }
}
