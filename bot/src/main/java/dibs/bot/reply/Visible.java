package dibs.bot.reply;

/** What people typed, made fit to be shown: nothing in it moves a cursor, colours a terminal or turns a line around. */
public final class Visible {
    private Visible() {}

    /**
     * The text without control characters, line breaks and characters that change the direction or hide themselves; each
     * run of them becomes one space.
     */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (isHidden(point)) {
                gap = !visible.isEmpty();
            } else {
                if (gap && point != ' ') {
                    visible.append(' ');
                }
                gap = false;
                visible.appendCodePoint(point);
            }
        }
        return visible.toString();
    }

    /** The text as {@link #of} shows it, cut to that many characters with an ellipsis. */
    public static String cut(String text, int length) {
        String visible = of(text.length() > 4 * length ? text.substring(0, 4 * length) : text);
        if (visible.codePointCount(0, visible.length()) <= length) {
            return visible;
        }
        return visible.substring(0, visible.offsetByCodePoints(0, length - 1)) + "…";
    }

    /** Whether that character moves a cursor, turns text around, or cannot be seen. */
    public static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            // joiners belong to emoji and to several scripts; every other format character hides or turns text
            case Character.FORMAT -> point != 0x200D && point != 0x200C;
            default -> false;
        };
    }
}
