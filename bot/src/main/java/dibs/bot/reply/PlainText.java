package dibs.bot.reply;

import dibs.bot.time.HumanTimes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Answers as plain text: for terminals, for scripts, and as the fallback of every other platform. */
public final class PlainText {
    private PlainText() {}

    /** The blocks as lines, with no line break at the end. */
    public static String of(List<Block> blocks, Reader reader) {
        return blocks.stream().map(block -> block(block, reader)).collect(Collectors.joining("\n"));
    }

    private static String block(Block block, Reader reader) {
        return switch (block) {
            case Block.Paragraph paragraph -> line(paragraph.line(), reader);
            case Block.Bullets bullets ->
                bullets.lines().stream()
                        .map(line -> "  - " + line(line, reader))
                        .collect(Collectors.joining("\n"));
        };
    }

    private static String line(Line line, Reader reader) {
        return line.pieces().stream().map(piece -> inline(piece, reader)).collect(Collectors.joining());
    }

    private static String inline(Inline piece, Reader reader) {
        return switch (piece) {
            case Inline.Text text -> Visible.of(text.text());
            case Inline.Name name -> Visible.of(name.name());
            case Inline.Code code -> "`" + Visible.of(code.line()) + "`";
            case Inline.Purpose purpose -> line(purpose.shownTo(reader.view()), reader);
            case Inline.Quote quote -> "“" + Visible.of(quote.text()) + "”";
            case Inline.Who who -> Visible.of(who.person().name());
            case Inline.When when -> moment(when.at(), reader);
            case Inline.Length length -> HumanTimes.length(length.length());
            case Inline.Link link -> Visible.of(link.label()) + " " + Visible.of(link.url());
        };
    }

    /** Such as {@code Mon 23 Nov 18:00 (Berlin, in 3 h 10 min)}. */
    private static String moment(Instant at, Reader reader) {
        String day = HumanTimes.day(at, reader.zone(), reader.now());
        return day.substring(0, day.length() - 1) + ", " + HumanTimes.away(at, reader.now()) + ")";
    }
}
