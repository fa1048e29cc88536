package dibs.bot.question;

/** Leaves the reading of a text from any depth with the reason; never leaves this package. */
final class Unclear extends RuntimeException {
    private final String why;

    Unclear(String why) {
        super(null, null, false, false);
        this.why = why;
    }

    /** One sentence. */
    String why() {
        return why;
    }

    /** What was typed, short enough to be echoed. */
    static String quoted(String said) {
        return "“" + (said.length() > 60 ? said.substring(0, 60) + "…" : said) + "”";
    }
}
