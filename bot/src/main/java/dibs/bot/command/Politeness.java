package dibs.bot.command;

import java.util.Set;

/** Words that people add and that change nothing. */
final class Politeness {
    private static final Set<String> WORDS =
            Set.of("please", "now", "right", "currently", "today", "thanks", "thx", "the", "");

    private Politeness() {}

    /** Drops such words at the end of what is still to be read, and an article before it. */
    static void drop(Words words) {
        words.take("the");
        words.dropLast(WORDS);
    }
}
