package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.when;

import dibs.backend.confirmation.ConfirmationService;
import dibs.backend.confirmation.Wish;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.time.Instant;
import java.util.List;

/** Offers what was said while Dibs was away: what somebody wanted then, they may not want now. */
final class LateHandler {
    private final ConfirmationService confirmations;

    LateHandler(ConfirmationService confirmations) {
        this.confirmations = confirmations;
    }

    /** Keeps the line until it is confirmed. */
    Reply offer(Verb verb, String line, Instant then, Turn turn) {
        ConfirmationService.Asked asked =
                confirmations.ask(new Wish.Said(line), turn.person().ref(), turn.message(), turn.now());
        return Reply.toAsker(
                verb.word(),
                Outcome.CONFIRM,
                Facts.NONE.code(asked.code()),
                List.of(
                        Block.say(
                                "You asked for this {}, and I did not hear it until now, so nothing was done: {}",
                                when(then),
                                code(line)),
                        Block.say(
                                "{} does it now, within {}.",
                                code("confirm " + asked.code()),
                                length(ConfirmationService.WITHIN))));
    }
}
