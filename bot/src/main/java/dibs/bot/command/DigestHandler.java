package dibs.bot.command;

import dibs.bot.digest.Digest;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.List;

/** Answers {@code digest}. */
final class DigestHandler {
    private final Digest digest;

    DigestHandler(Digest digest) {
        this.digest = digest;
    }

    Reply handle(Turn turn) {
        Digest.Edition edition = digest.at(turn.now(), item -> true);
        List<Block> blocks = edition.isEmpty()
                ? List.of(Block.say("There is nothing that anybody has to see to today."))
                : edition.blocks(false);
        return Reply.toAsker(Verb.DIGEST.word(), Outcome.LISTED, Facts.NONE.listing(edition.items()), blocks);
    }
}
