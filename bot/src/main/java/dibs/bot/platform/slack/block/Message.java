package dibs.bot.platform.slack.block;

import com.slack.api.model.block.LayoutBlock;
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
}
