package dibs.bot.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer: what came of a command, for whom, in blocks that each platform renders in its own way.
 *
 * @param command the command's first name; nothing when no command was understood
 */
public record Reply(Optional<String> command, Outcome outcome, Audience audience, List<Block> blocks, Facts facts) {
    public Reply {
        blocks = List.copyOf(blocks);
    }

    /** An answer for all in the conversation. */
    public static Reply toEveryone(String command, Outcome outcome, Facts facts, List<Block> blocks) {
        return new Reply(Optional.of(command), outcome, Audience.EVERYONE, blocks, facts);
    }

    /** An answer for who asked. */
    public static Reply toAsker(String command, Outcome outcome, Facts facts, List<Block> blocks) {
        return new Reply(Optional.of(command), outcome, Audience.ASKER, blocks, facts);
    }

    /** An answer of one block for who asked. */
    public static Reply toAsker(String command, Outcome outcome, Facts facts, Block block) {
        return toAsker(command, outcome, facts, List.of(block));
    }

    /** The same with blocks before its own. */
    public Reply after(List<Block> first) {
        List<Block> all = new ArrayList<>(first);
        all.addAll(blocks);
        return new Reply(command, outcome, audience, all, facts);
    }

    /** The same with blocks behind its own. */
    public Reply before(List<Block> more) {
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(more);
        return new Reply(command, outcome, audience, all, facts);
    }

    /** The same with other facts. */
    public Reply with(Facts others) {
        return new Reply(command, outcome, audience, blocks, others);
    }
}
