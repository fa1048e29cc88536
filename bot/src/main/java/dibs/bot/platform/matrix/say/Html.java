package dibs.bot.platform.matrix.say;

/** The little HTML that Matrix has: everything that people type goes through {@link #escaped}. */
final class Html {
    private Html() {}

    /** Visible text in which nothing begins a tag, an entity or an attribute. */
    static String escaped(String visible) {
        return visible.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The text between a tag without attributes and its end; nothing of it where there is no text. */
    static String in(String tag, String visible) {
        return visible.isBlank() ? escaped(visible) : "<" + tag + ">" + escaped(visible) + "</" + tag + ">";
    }

    /** A link that leads to the web. */
    static String link(String label, String url) {
        return "<a href=\"" + escaped(url) + "\">" + escaped(label) + "</a>";
    }
}
