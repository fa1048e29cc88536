package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;

import dibs.backend.environment.EnvironmentId;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;

/** The answer to whoever wants something from a holder when there is none. */
final class Free {
    private Free() {}

    static Reply claimIt(Verb verb, EnvironmentId id) {
        return Reply.toAsker(
                verb.word(),
                Outcome.REFUSED,
                Facts.NONE.about(id),
                Block.say("{} is free: type {}.", name(id), code("claim " + id)));
    }
}
