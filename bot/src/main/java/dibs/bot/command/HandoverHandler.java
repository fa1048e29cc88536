package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Sense;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.HandoverResult;
import dibs.backend.lease.TransferService;
import dibs.backend.person.PersonRef;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code handover}. */
final class HandoverHandler {
    private final TransferService transfers;
    private final Persons persons;

    HandoverHandler(TransferService transfers, Persons persons) {
        this.transfers = transfers;
        this.persons = persons;
    }

    Reply handover(Command.Handover handover, Turn turn) {
        return Lookup.of(handover.name(), Sense.LEASE, Verb.HANDOVER, turn).then(environment -> switch (Ends.wish(
                handover.end(), turn)) {
            case Ends.Bad bad ->
                Reply.toAsker(
                        Verb.HANDOVER.word(),
                        Outcome.MISUNDERSTOOD,
                        Facts.NONE.about(environment.id()),
                        Block.say(bad.why()));
            case Ends.Good good ->
                switch (persons.all(List.of(handover.person()), Verb.HANDOVER, turn)) {
                    case Persons.No no -> no.reply();
                    case Persons.All all -> handover(environment, all.refs().getFirst(), good.wish(), turn);
                };
        });
    }

    private Reply handover(Environment environment, PersonRef to, EndWish wish, Turn turn) {
        Facts facts = Facts.NONE.about(environment.id());
        return switch (transfers.handover(environment, to, wish, turn.asker())) {
            case HandoverResult.Offered offered -> offered(offered, environment.id());
            case HandoverResult.ToHolder holder ->
                Reply.toAsker(
                        Verb.HANDOVER.word(),
                        Outcome.REFUSED,
                        facts.with(LeaseView.of(holder.lease())),
                        Block.say("{} is yours already: hand it over to somebody else.", name(environment.id())));
            case HandoverResult.NotHeld notHeld -> Ownership.notHeld(Verb.HANDOVER.word(), environment.id());
            case HandoverResult.Anothers other ->
                Ownership.anothers(Verb.HANDOVER.word(), environment.id(), other.lease());
            case HandoverResult.PartOf part -> Ownership.partOf(Verb.HANDOVER.word(), environment.id(), part.lease());
            case HandoverResult.TooLong tooLong ->
                Reply.toAsker(
                        Verb.HANDOVER.word(),
                        Outcome.REFUSED,
                        facts.with(LeaseView.of(tooLong.lease())),
                        Block.say(
                                "{} is held for {} at most, so until {} at the latest.",
                                name(environment.id()),
                                length(tooLong.maximum()),
                                when(tooLong.latest())));
        };
    }

    private static Reply offered(HandoverResult.Offered offered, EnvironmentId id) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(
                "{} is offered to {}, until {}. It stays yours until {} types {}.",
                name(id),
                who(offered.handover().to()),
                when(offered.handover().until()),
                who(offered.handover().to()),
                code("claim " + id)));
        if (!offered.passed().isEmpty()) {
            blocks.add(Block.say(Line.of("This passes by who waits for it: ")
                    .then(Line.list(offered.passed().stream().map(Inline::who).toList()))
                    .then(Line.of("."))));
        }
        return Reply.toEveryone(
                Verb.HANDOVER.word(),
                Outcome.OFFERED,
                Facts.NONE.about(id).with(LeaseView.of(offered.lease())),
                blocks);
    }
}
