package dibs.bot.reply;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a reply.
 *
 * @param pieces in reading order
 */
public record Line(List<Inline> pieces) {
    private static final String HOLE = "{}";

    public Line {
        pieces = List.copyOf(pieces);
    }

    /**
     * A line with its holes filled.
     *
     * @param template our own words with a <code>{}</code> for each piece; never anything that a person typed
     * @throws IllegalArgumentException when holes and pieces differ in number
     */
    public static Line of(String template, Inline... pieces) {
        List<Inline> all = new ArrayList<>();
        int from = 0;
        for (Inline piece : pieces) {
            int hole = template.indexOf(HOLE, from);
            if (hole < 0) {
                throw new IllegalArgumentException("too few holes: " + template);
            }
            if (hole > from) {
                all.add(new Inline.Text(template.substring(from, hole)));
            }
            all.add(piece);
            from = hole + HOLE.length();
        }
        if (template.indexOf(HOLE, from) >= 0) {
            throw new IllegalArgumentException("too many holes: " + template);
        }
        if (from < template.length()) {
            all.add(new Inline.Text(template.substring(from)));
        }
        return new Line(all);
    }

    /** This line with another behind it, in the same line. */
    public Line then(Line other) {
        List<Inline> all = new ArrayList<>(pieces);
        all.addAll(other.pieces);
        return new Line(all);
    }

    /** The pieces with commas between them. */
    public static Line list(List<? extends Inline> pieces) {
        List<Inline> all = new ArrayList<>();
        for (Inline piece : pieces) {
            if (!all.isEmpty()) {
                all.add(new Inline.Text(", "));
            }
            all.add(piece);
        }
        return new Line(all);
    }
}
