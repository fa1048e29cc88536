package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Sense;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.ReleaseResult;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code unclaim}. */
final class UnclaimHandler {
    private static final String UNCLAIM = Verb.UNCLAIM.word();

    private final LeaseService leases;
    private final OnlyOne onlyOne;

    UnclaimHandler(LeaseService leases) {
        this.leases = leases;
        this.onlyOne = new OnlyOne(leases);
    }

    Reply handle(Command.Unclaim unclaim, Turn turn) {
        if (unclaim.all()) {
            return answer(leases.releaseAll(turn.asker()), Facts.NONE, true);
        }
        List<Environment> wanted = new ArrayList<>();
        List<Block> remarks = new ArrayList<>();
        for (Lookup lookup : lookups(unclaim, turn)) {
            switch (lookup) {
                case Lookup.No no -> {
                    return no.reply();
                }
                case Lookup.One one -> {
                    wanted.add(one.environment());
                    remarks.addAll(one.remarks());
                }
            }
        }
        Facts facts = wanted.size() == 1 ? Facts.NONE.about(wanted.getFirst().id()) : Facts.NONE;
        return answer(leases.release(wanted, turn.asker()), facts, wanted.size() > 1)
                .after(remarks);
    }

    private List<Lookup> lookups(Command.Unclaim unclaim, Turn turn) {
        return unclaim.names().isEmpty()
                ? List.of(onlyOne.of(Verb.UNCLAIM, turn))
                : unclaim.names().stream()
                        .map(typed -> Lookup.of(typed, Sense.LEASE, Verb.UNCLAIM, turn))
                        .toList();
    }

    private static Reply answer(ReleaseResult result, Facts facts, boolean several) {
        return switch (result) {
            case ReleaseResult.Released released -> released(released.leases(), facts, several);
            case ReleaseResult.NotHeld notHeld -> Ownership.notHeld(UNCLAIM, notHeld.environment());
            case ReleaseResult.Anothers other ->
                Ownership.anothers(UNCLAIM, other.lease().environment(), other.lease());
            case ReleaseResult.PartOf part -> Ownership.partOf(UNCLAIM, part.environment(), part.lease());
            case ReleaseResult.Nothing nothing ->
                Reply.toAsker(UNCLAIM, Outcome.NOT_HELD, facts, Block.say("You hold nothing right now."));
        };
    }

    private static Reply released(List<Lease> leases, Facts facts, boolean several) {
        List<Block> blocks = leases.stream()
                .map(lease -> Block.say(
                        "{} is free; it would have been yours until {}.",
                        name(lease.environment()),
                        when(lease.until())))
                .toList();
        List<LeaseView> views = leases.stream().map(LeaseView::of).toList();
        return Reply.toEveryone(
                UNCLAIM, Outcome.RELEASED, several ? facts.with(views) : facts.with(views.getFirst()), blocks);
    }
}
