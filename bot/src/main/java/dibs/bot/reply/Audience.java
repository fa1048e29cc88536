package dibs.bot.reply;

import java.util.Locale;

/** Who should see an answer; how is the platform's business. */
public enum Audience {
    /** All in the conversation. */
    EVERYONE,
    /** Only who asked. */
    ASKER;

    /** The word as scripts see it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
