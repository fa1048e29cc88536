package dibs.bot.reply;

import java.util.List;

/** A part of a reply that stands by itself. */
public sealed interface Block {
    /** One sentence or a few. */
    record Paragraph(Line line) implements Block {}

    /** Lines of a list. */
    record Bullets(List<Line> lines) implements Block {
        public Bullets {
            lines = List.copyOf(lines);
        }
    }

    /** A paragraph of the template with its holes filled; see {@link Line#of}. */
    static Block say(String template, Inline... pieces) {
        return new Paragraph(Line.of(template, pieces));
    }

    /** A paragraph of one line. */
    static Block say(Line line) {
        return new Paragraph(line);
    }

    /** A list. */
    static Block bullets(List<Line> lines) {
        return new Bullets(lines);
    }
}
