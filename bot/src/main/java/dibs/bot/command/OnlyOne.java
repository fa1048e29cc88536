package dibs.bot.command;

import static dibs.bot.reply.Inline.code;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.Use;
import dibs.backend.lease.UseService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A command without a name means the speaker's only lease or use. */
final class OnlyOne {
    private final LeaseService leases;
    private final UseService uses;

    OnlyOne(LeaseService leases, UseService uses) {
        this.leases = leases;
        this.uses = uses;
    }

    /** The environment of the speaker's only lease or use, or the answer that asks which. */
    Lookup of(Verb verb, Turn turn) {
        List<Lease> mine = leases.held(turn.now()).stream()
                .filter(lease -> lease.belongsTo(turn.person().id()))
                .toList();
        List<EnvironmentId> all = Stream.concat(
                        mine.stream().map(Lease::environment),
                        uses.by(turn.person().id(), turn.now()).stream().map(Use::environment))
                .distinct()
                .toList();
        if (all.isEmpty()) {
            return new Lookup.No(
                    Reply.toAsker(verb.word(), Outcome.NOT_HELD, Facts.NONE, Block.say("You hold nothing right now.")));
        }
        Optional<Environment> only = turn.catalog().find(all.getFirst());
        if (all.size() == 1 && only.isPresent()) {
            return new Lookup.One(only.get(), List.of());
        }
        return new Lookup.No(Reply.toAsker(
                verb.word(),
                Outcome.AMBIGUOUS,
                Facts.NONE.withOnly(mine.stream().map(LeaseView::of).toList()).suggesting(all),
                Block.say(Line.of("You have several: ")
                        .then(Line.list(all.stream().map(Inline::name).toList()))
                        .then(Line.of(". Say which: {}.", code(verb.word() + " " + all.getFirst()))))));
    }
}
