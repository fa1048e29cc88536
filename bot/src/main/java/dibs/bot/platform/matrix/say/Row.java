package dibs.bot.platform.matrix.say;

import dibs.bot.platform.matrix.say.Spans.Style;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a message.
 *
 * @param bullet whether it is one of a list
 */
record Row(boolean bullet, List<Span> spans) {
    /** What the mark-up around a line takes at most, in both forms. */
    private static final int AROUND = 32;

    Row {
        spans = List.copyOf(spans);
    }

    /** A paragraph. */
    static Row paragraph(Line line, Style style) {
        return new Row(false, Spans.of(line, style));
    }

    /** The lines of those blocks. */
    static List<Row> of(List<Block> blocks, Style style) {
        List<Row> rows = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph -> rows.add(paragraph(paragraph.line(), style));
                case Block.Bullets bullets ->
                    bullets.lines().forEach(line -> rows.add(new Row(true, Spans.of(line, style))));
            }
        }
        return rows;
    }

    /** The same in rows of which none is longer than that, unless a single span is. */
    List<Row> within(int most) {
        if (size() <= most) {
            return List.of(this);
        }
        List<Row> rows = new ArrayList<>();
        List<Span> open = new ArrayList<>();
        int size = AROUND;
        for (Span span : spans) {
            if (!open.isEmpty() && size + span.size() > most) {
                rows.add(new Row(bullet, open));
                open.clear();
                size = AROUND;
            }
            open.add(span);
            size += span.size();
        }
        rows.add(new Row(bullet, open));
        return rows;
    }

    int size() {
        return AROUND + spans.stream().mapToInt(Span::size).sum();
    }
}
