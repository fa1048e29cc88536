package dibs.bot.command;

import static dibs.bot.reply.Inline.code;

import dibs.backend.environment.Environment;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.List;
import java.util.Optional;

/** A command without a name means the speaker's only lease. */
final class OnlyOne {
    private final LeaseService leases;

    OnlyOne(LeaseService leases) {
        this.leases = leases;
    }

    /** The environment of the speaker's only lease, or the answer that asks which. */
    Lookup of(Verb verb, Turn turn) {
        List<Lease> mine = leases.held(turn.now()).stream()
                .filter(lease -> lease.belongsTo(turn.person().id()))
                .toList();
        if (mine.isEmpty()) {
            return new Lookup.No(
                    Reply.toAsker(verb.word(), Outcome.NOT_HELD, Facts.NONE, Block.say("You hold nothing right now.")));
        }
        Optional<Environment> only = turn.catalog().find(mine.getFirst().environment());
        if (mine.size() == 1 && only.isPresent()) {
            return new Lookup.One(only.get(), List.of());
        }
        return new Lookup.No(Reply.toAsker(
                verb.word(),
                Outcome.AMBIGUOUS,
                Facts.NONE
                        .withOnly(mine.stream().map(LeaseView::of).toList())
                        .suggesting(mine.stream().map(Lease::environment).toList()),
                Block.say(Line.of("You hold several: ")
                        .then(Line.list(mine.stream()
                                .map(lease -> Inline.name(lease.environment()))
                                .toList()))
                        .then(Line.of(
                                ". Say which: {}.",
                                code(verb.word() + " " + mine.getFirst().environment()))))));
    }
}
