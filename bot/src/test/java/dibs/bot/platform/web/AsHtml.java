package dibs.bot.platform.web;

import dibs.bot.command.Answer;

/** An answer as the chat page shows it, for tests of other packages. */
public final class AsHtml {
    private AsHtml() {}

    /** The reply's markup. */
    public static String of(Answer answer) {
        return HtmlRenderer.of(answer.reply().blocks(), answer.reader());
    }
}
