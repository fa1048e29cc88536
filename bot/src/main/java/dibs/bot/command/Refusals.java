package dibs.bot.command;

import dibs.backend.person.Role;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.Locale;

/** What whoever may not do something is told. */
final class Refusals {
    private Refusals() {}

    /** That it takes another role. */
    static Reply role(Verb verb, Role needed, Turn turn) {
        return Reply.toAsker(
                verb.word(),
                Outcome.FORBIDDEN,
                Facts.NONE,
                Block.say(
                        "That takes the role {}, and you have {}: an admin of this Dibs can give it to you.",
                        Inline.text(needed.name().toLowerCase(Locale.ROOT)),
                        Inline.text(turn.role().name().toLowerCase(Locale.ROOT))));
    }
}
