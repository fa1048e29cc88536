package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;

import dibs.backend.environment.Environment;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;

/** The answer to whoever wants something from a holder when there is none. */
final class Free {
    private Free() {}

    /** What cannot be held at all is not free either: the answer says so. */
    static Reply claimIt(Verb verb, Environment environment, Turn turn) {
        return NotLeasable.refusal(environment, verb, turn)
                .orElseGet(() -> Reply.toAsker(
                        verb.word(),
                        Outcome.REFUSED,
                        Facts.NONE.about(environment.id()),
                        Block.say("{} is free: type {}.", name(environment.id()), code("claim " + environment.id()))));
    }
}
