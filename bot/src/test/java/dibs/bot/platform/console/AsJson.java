package dibs.bot.platform.console;

import dibs.bot.command.Answer;

/** An answer as scripts see it, for tests of other packages. */
public final class AsJson {
    private AsJson() {}

    /** One JSON object. */
    public static String of(Answer answer) {
        return JsonAnswers.of(answer);
    }
}
