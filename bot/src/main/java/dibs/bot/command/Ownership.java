package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.lease.Lease;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.List;

/** What is answered when somebody wants to change a lease that is not, or not quite, theirs. */
final class Ownership {
    private Ownership() {}

    static Inline of(Lease lease, Turn turn) {
        return lease.holder().id().equals(turn.person().id()) ? Inline.text("yours") : Inline.who(lease.holder());
    }

    static Reply notHeld(String command, EnvironmentId id) {
        return Reply.toAsker(
                command,
                Outcome.NOT_HELD,
                Facts.NONE.about(id),
                Block.say("You do not hold {}, and neither does anybody else.", name(id)));
    }

    static Reply anothers(String command, EnvironmentId id, Lease lease) {
        return Reply.toAsker(
                command,
                Outcome.FORBIDDEN,
                Facts.NONE.about(id).with(LeaseView.of(lease)),
                List.of(Block.say(
                        Line.of("Only its holder and helpers may do that. ").then(LeaseWords.holding(lease)))));
    }

    static Reply partOf(String command, EnvironmentId id, Lease lease) {
        return Reply.toAsker(
                command,
                Outcome.NOT_HELD,
                Facts.NONE.about(id).with(LeaseView.of(lease)),
                Block.say(
                        "You hold {} as a part of {}: type {}.",
                        name(id),
                        name(lease.environment()),
                        code(command + " " + lease.environment())));
    }
}
