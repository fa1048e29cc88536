package dibs.bot.platform.web;

import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.PlainText;
import dibs.bot.reply.Reader;
import dibs.bot.reply.Visible;
import dibs.bot.time.HumanTimes;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.owasp.encoder.Encode;

/**
 * Answers as HTML for the chat page. Every word goes through the encoder: the only markup is what stands in this class.
 * What people typed is isolated, so that a name written from right to left does not turn the rest of its line around.
 */
final class HtmlRenderer {
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx VV", Locale.ROOT);

    private HtmlRenderer() {}

    /** The blocks, one element each. */
    static String of(List<Block> blocks, Reader reader) {
        return blocks.stream().map(block -> of(block, reader)).collect(Collectors.joining());
    }

    /** The block as one element. */
    static String of(Block block, Reader reader) {
        return switch (block) {
            case Block.Paragraph paragraph -> "<p>" + line(paragraph.line(), reader) + "</p>";
            case Block.Bullets bullets ->
                bullets.lines().stream()
                        .map(line -> "<li>" + line(line, reader) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
        };
    }

    private static String line(Line line, Reader reader) {
        return line.pieces().stream().map(piece -> inline(piece, reader)).collect(Collectors.joining());
    }

    private static String inline(Inline piece, Reader reader) {
        return switch (piece) {
            case Inline.Text text -> content(text.text());
            case Inline.Name name -> "<code>" + content(name.name()) + "</code>";
            case Inline.Code code -> button(code.line());
            case Inline.Purpose purpose -> line(purpose.shownTo(reader.view()), reader);
            case Inline.Quote quote -> "<bdi class=\"quote\">“" + content(quote.text()) + "”</bdi>";
            case Inline.Who who -> "<b dir=\"auto\">" + content(who.person().name()) + "</b>";
            case Inline.When when -> moment(when, reader);
            case Inline.Length length -> content(HumanTimes.length(length.length()));
            case Inline.Link link -> link(link);
        };
    }

    private static String button(String line) {
        return "<button type=\"button\" class=\"line\" data-line=\"" + attribute(line) + "\">" + content(line)
                + "</button>";
    }

    private static String moment(Inline.When when, Reader reader) {
        Instant at = when.at();
        String words = PlainText.of(List.of(Block.say("{}", when)), reader);
        return "<time datetime=\"" + attribute(at.toString()) + "\" title=\""
                + attribute(EXACT.format(at.atZone(reader.zone()))) + "\">" + content(words) + "</time>";
    }

    private static String link(Inline.Link link) {
        if (!link.leadsToTheWeb()) {
            return content(link.label() + " " + link.url());
        }
        String url = attribute(link.url());
        return "<a rel=\"noreferrer noopener\" target=\"_blank\" href=\"" + url + "\" title=\"" + url + "\">"
                + content(link.label()) + "</a>";
    }

    private static String content(String text) {
        return Encode.forHtmlContent(Visible.of(text));
    }

    private static String attribute(String text) {
        return Encode.forHtml(Visible.of(text));
    }
}
