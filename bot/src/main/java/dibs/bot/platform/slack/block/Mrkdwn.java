package dibs.bot.platform.slack.block;

import com.slack.api.model.block.composition.MarkdownTextObject;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.PlainText;
import dibs.bot.reply.Reader;
import dibs.bot.reply.Visible;
import dibs.bot.time.HumanTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Slack's mark-up. Everything that people type goes through {@link #escaped}: the only entities are those that this class
 * writes, so no typed text mentions anybody, names a channel or hides an address.
 */
public final class Mrkdwn {
    /** Of the characters of a piece, before escaping: it stays below a section's limit when each becomes five. */
    private static final int LONGEST_RUN = 500;

    /** The moments that Slack is asked to format; others are words. */
    private static final long LAST_MOMENT = 253_402_300_799L;

    private static final Pattern USER_ID = Pattern.compile("[UW][A-Z0-9]{1,20}");

    private Mrkdwn() {}

    /** A text in which Slack turns nothing into a link or a mention by itself. */
    public static MarkdownTextObject verbatim(String mrkdwn) {
        return MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build();
    }

    /** The typed text, fit to be shown, with what begins or ends an entity escaped. */
    public static String escaped(String typed) {
        return entities(Visible.of(typed));
    }

    /** A line in Slack's mark-up. */
    public static String line(Line line, Reader reader) {
        return String.join("", runs(line, reader));
    }

    /**
     * The same in runs that stand by themselves: between two of them, a line may be broken without cutting through an
     * entity or a span. None is longer than a section may be.
     */
    static List<String> runs(Line line, Reader reader) {
        List<String> runs = new ArrayList<>();
        line.pieces().forEach(piece -> runs(piece, reader, runs));
        return runs;
    }

    /**
     * A mention, which tells that person: the only way to one.
     *
     * @param userId Slack's own id of a user
     * @throws IllegalArgumentException when it is none
     */
    public static String mention(String userId) {
        if (!USER_ID.matcher(userId).matches()) {
            throw new IllegalArgumentException("not a user id of Slack's: " + Visible.cut(userId, 40));
        }
        return "<@" + userId + ">";
    }

    private static void runs(Inline piece, Reader reader, List<String> runs) {
        switch (piece) {
            case Inline.Text text -> split(paired(text.text()), Mrkdwn::entities, runs);
            case Inline.Name name -> split(name.name(), Mrkdwn::code, runs);
            case Inline.Code code -> split(code.line(), Mrkdwn::code, runs);
            case Inline.Purpose purpose -> runs.addAll(runs(purpose.shownTo(reader.view()), reader));
            case Inline.Quote quote -> split("“" + bare(quote.text()) + "”", Mrkdwn::entities, runs);
            case Inline.Who who -> split(who.person().name(), Mrkdwn::bold, runs);
            case Inline.When when -> runs.add(moment(when, reader));
            case Inline.Length length -> runs.add(entities(HumanTimes.length(length.length())));
            case Inline.Link link -> link(link, runs);
        }
    }

    /** Long text in runs of its own, each marked up alone. */
    private static void split(String typed, UnaryOperator<String> markUp, List<String> runs) {
        String rest = Visible.of(typed);
        while (rest.length() > LONGEST_RUN) {
            int space = rest.lastIndexOf(' ', LONGEST_RUN);
            int end = space > LONGEST_RUN / 2 ? space + 1 : LONGEST_RUN;
            if (Character.isHighSurrogate(rest.charAt(end - 1))) {
                end--;
            }
            runs.add(markUp.apply(rest.substring(0, end)));
            rest = rest.substring(end);
        }
        if (!rest.isEmpty()) {
            runs.add(markUp.apply(rest));
        }
    }

    /** Visible text with what begins or ends an entity escaped; line breaks stay. */
    public static String entities(String visible) {
        return visible.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The same, cut to that length before the first character that no longer fits. */
    static String entities(String visible, int most) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < visible.length(); ) {
            String one = Character.toString(visible.codePointAt(i));
            String entity = entities(one);
            if (escaped.length() + entity.length() > most) {
                break;
            }
            escaped.append(entity);
            i += one.length();
        }
        return escaped.toString();
    }

    /** Our words have lines to type in pairs of backticks; where backticks stand in any other way, they are not ours. */
    private static String paired(String text) {
        boolean pairs = text.chars().filter(it -> it == '`').count() % 2 == 0 && !text.contains("``");
        return pairs ? text : bare(text);
    }

    /** A backtick would begin or end a span, with our words or a date inside: one that does not is shown in its place. */
    private static String bare(String typed) {
        return Visible.of(typed).replace('`', 'ˋ');
    }

    private static String code(String visible) {
        return visible.isBlank() ? visible : "`" + entities(bare(visible)) + "`";
    }

    /** A name in bold, with nobody told; an asterisk would end the span. */
    private static String bold(String visible) {
        return visible.isBlank()
                ? visible
                : "*" + entities(bare(visible.strip()).replace('*', '∗')) + "*";
    }

    /** Each reader sees it in their own zone; where Slack cannot, the words are in the asker's. */
    private static String moment(Inline.When when, Reader reader) {
        String words = entities(PlainText.of(List.of(Block.say("{}", when)), reader));
        long seconds = when.at().getEpochSecond();
        return seconds <= 0 || seconds > LAST_MOMENT
                ? words
                : "<!date^" + seconds + "^{date_short_pretty} {time}|" + words.replace('|', '¦') + ">";
    }

    private static void link(Inline.Link link, List<String> runs) {
        String label = bare(Visible.cut(link.label(), LONGEST_RUN));
        String entity = "<" + entities(link.url()) + "|" + entities(label) + ">";
        if (link.leadsToTheWeb() && !label.isBlank() && entity.length() <= Limits.SECTION_TEXT.most()) {
            runs.add(entity);
        } else {
            split(paired(link.label() + " " + link.url()), Mrkdwn::entities, runs);
        }
    }
}
