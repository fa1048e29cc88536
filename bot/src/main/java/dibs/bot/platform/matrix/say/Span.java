package dibs.bot.platform.matrix.say;

/**
 * A piece of a line that is not broken: the same in plain words and in HTML, where every tag that begins also ends.
 *
 * @param plain without any mark-up
 */
record Span(String plain, String html) {
    /** Plain words of which nothing stands out. */
    static Span plain(String visible) {
        return new Span(visible, Html.escaped(visible));
    }

    /** The same words, marked up. */
    static Span in(String tag, String visible) {
        return new Span(visible, Html.in(tag, visible));
    }

    /** How many bytes both make in an event, where JSON needs a second one for some. */
    int size() {
        return bytes(plain) + bytes(html);
    }

    private static int bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at < 0x80) {
                bytes += at == '"' || at == '\\' || at == '\n' ? 2 : 1;
            } else {
                // A pair of surrogates makes four bytes, and everything else that is not ASCII two or three.
                bytes += at < 0x800 || Character.isSurrogate(at) ? 2 : 3;
            }
        }
        return bytes;
    }
}
