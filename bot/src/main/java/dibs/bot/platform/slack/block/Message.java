package dibs.bot.platform.slack.block;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as it is sent.
 *
 * @param text what notifications and screen readers say, escaped; never empty
 * @param blocks what is shown; at most 50, at least one
 */
public record Message(String text, List<LayoutBlock> blocks) {
    public Message {
        blocks = List.copyOf(blocks);
    }

    /** The same with one more block, where there is room for it. */
    public Message with(LayoutBlock last) {
        if (blocks.size() >= Limits.MESSAGE_BLOCKS.most()) {
            return this;
        }
        List<LayoutBlock> all = new ArrayList<>(blocks);
        all.add(last);
        return new Message(text, all);
    }
}
