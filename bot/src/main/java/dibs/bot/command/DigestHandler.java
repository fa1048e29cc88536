package dibs.bot.command;

import dibs.backend.gate.Freeze;
import dibs.backend.gate.FreezeService;
import dibs.bot.digest.Digest;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers {@code digest}: what is in flight first, and then what there is to see to. */
final class DigestHandler {
    private final Digest digest;
    private final FreezeService freezes;

    DigestHandler(Digest digest, FreezeService freezes) {
        this.digest = digest;
        this.freezes = freezes;
    }

    Reply handle(Turn turn) {
        Digest.Edition edition = digest.at(turn.now(), item -> true);
        List<Freeze> inFlight = freezes.inFlight(turn.now());
        List<Block> blocks = new ArrayList<>(GateWords.inFlight(inFlight));
        blocks.addAll(edition.blocks(false));
        if (blocks.isEmpty()) {
            blocks.add(Block.say("There is nothing that anybody has to see to today."));
        }
        List<Map<String, Object>> items = new ArrayList<>();
        inFlight.forEach(freeze -> items.add(GateWords.item(freeze)));
        items.addAll(edition.items());
        return Reply.toAsker(Verb.DIGEST.word(), Outcome.LISTED, Facts.NONE.listing(items), blocks);
    }
}
