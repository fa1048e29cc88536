package dibs.bot.command;

import dibs.backend.notice.Outbox.Pending;
import dibs.bot.reply.Block;
import dibs.bot.reply.Reader;
import dibs.bot.reply.Reply;
import java.util.List;

/**
 * What goes back to who spoke.
 *
 * @param notices what the person had not heard yet, a block each, to stand before the reply
 * @param pending the same notices, to be marked as said once they were
 * @param reader whose zone and moment count, and whose eyes: to show it to more than who asked, {@link Reader#as} is handed
 *     other ones
 */
public record Answer(Reply reply, List<Block> notices, List<Pending> pending, Reader reader) {
    public Answer {
        notices = List.copyOf(notices);
        pending = List.copyOf(pending);
    }
}
