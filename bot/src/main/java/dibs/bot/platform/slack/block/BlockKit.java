package dibs.bot.platform.slack.block;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import dibs.bot.reply.Action;
import dibs.bot.reply.Block;
import dibs.bot.reply.PlainText;
import dibs.bot.reply.Reader;
import dibs.bot.reply.Visible;
import java.util.ArrayList;
import java.util.List;

/** Answers as Slack's blocks, never over a limit of Slack's: what does not fit is counted and said. */
public final class BlockKit {
    private static final String MORE = "… (open the message to see all)";

    private BlockKit() {}

    /** A message of those blocks with a button for each action. */
    public static Message message(List<Block> blocks, Reader reader, List<Action> actions) {
        List<LayoutBlock> rows = rows(actions);
        List<LayoutBlock> all = new ArrayList<>(sections(blocks, reader, Limits.MESSAGE_BLOCKS.most() - rows.size()));
        all.addAll(rows);
        return new Message(text(blocks, reader), all);
    }

    /**
     * The blocks as sections, with no button.
     *
     * @param most how many sections there may be, at least one
     */
    public static List<LayoutBlock> sections(List<Block> blocks, Reader reader, int most) {
        return Sections.of(blocks, reader, most).stream()
                .<LayoutBlock>map(text ->
                        SectionBlock.builder().text(Mrkdwn.verbatim(text)).build())
                .toList();
    }

    /** The actions as buttons in rows; those that cannot be carried out by a button are left out. */
    public static List<LayoutBlock> rows(List<Action> actions) {
        List<BlockElement> buttons = new ArrayList<>();
        for (int index = 0; index < actions.size(); index++) {
            Buttons.of(actions.get(index), index).ifPresent(buttons::add);
        }
        List<LayoutBlock> rows = new ArrayList<>();
        int wide = Limits.ACTIONS_IN_A_ROW.most();
        for (int from = 0; from < buttons.size() && rows.size() < 2; from += wide) {
            rows.add(ActionsBlock.builder()
                    .elements(List.copyOf(buttons.subList(from, Math.min(from + wide, buttons.size()))))
                    .build());
        }
        return rows;
    }

    /** A label, in which nothing is marked up and no emoji is looked for, cut to a limit with an ellipsis. */
    public static PlainTextObject plain(String label, Limits limit) {
        String visible = Visible.of(label);
        if (visible.length() > limit.most()) {
            int end = limit.most() - 1;
            visible = visible.substring(0, Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end) + "…";
        }
        return plain(visible);
    }

    /** Words of Dibs' own that are within any limit, as they stand. */
    public static PlainTextObject plain(String words) {
        return PlainTextObject.builder().text(words).emoji(false).build();
    }

    /** What notifications say: the plain words, escaped, and cut where they are long. */
    public static String text(List<Block> blocks, Reader reader) {
        String plain = PlainText.of(blocks, reader);
        String text = Mrkdwn.entities(plain);
        if (text.length() > Limits.MESSAGE_TEXT.most()) {
            text = Mrkdwn.entities(plain, Limits.MESSAGE_TEXT.most() - MORE.length()) + MORE;
        }
        return text.isBlank() ? "Dibs" : text;
    }
}
