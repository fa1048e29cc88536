package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Sense;
import dibs.backend.lease.CancelResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.HandoverResult;
import dibs.backend.lease.KeepResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.NudgeResult;
import dibs.backend.lease.TakeoverResult;
import dibs.backend.lease.TransferService;
import dibs.backend.person.PersonRef;
import dibs.backend.person.Role;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers {@code nudge}, {@code takeover}, {@code keep}, {@code handover} and {@code cancel}. */
final class TransferHandler {
    private final TransferService transfers;
    private final Persons persons;
    private final OnlyOne onlyOne;

    TransferHandler(TransferService transfers, OnlyOne onlyOne, Persons persons) {
        this.transfers = transfers;
        this.persons = persons;
        this.onlyOne = onlyOne;
    }

    Reply nudge(Command.Nudge nudge, Turn turn) {
        return Lookup.of(nudge.name(), Sense.LEASE, Verb.NUDGE, turn).then(environment -> {
            Facts facts = Facts.NONE.about(environment.id());
            return switch (transfers.nudge(environment, nudge.message(), turn.asker())) {
                case NudgeResult.Nudged nudged ->
                    Reply.toEveryone(
                            Verb.NUDGE.word(),
                            Outcome.NUDGED,
                            facts.with(views(nudged.leases())),
                            nudged.leases().stream()
                                    .map(lease -> Block.say(
                                            "{} will hear that you would like {}.",
                                            who(lease.holder()),
                                            name(lease.environment())))
                                    .toList());
                case NudgeResult.TooSoon soon ->
                    Reply.toAsker(
                            Verb.NUDGE.word(),
                            Outcome.REFUSED,
                            facts.with(LeaseView.of(soon.lease())),
                            Block.say(
                                    "You nudged {} about {} a moment ago: again from {}.",
                                    who(soon.lease().holder()),
                                    name(environment.id()),
                                    when(soon.again())));
                case NudgeResult.Free free -> Free.claimIt(Verb.NUDGE, environment, turn);
                case NudgeResult.Yours yours ->
                    Reply.toAsker(
                            Verb.NUDGE.word(),
                            Outcome.REFUSED,
                            facts.with(LeaseView.of(yours.lease())),
                            Block.say(LeaseWords.yours(yours.lease())));
            };
        });
    }

    Reply takeover(Command.Takeover takeover, Turn turn) {
        return Lookup.of(takeover.name(), Sense.LEASE, Verb.TAKEOVER, turn).then(environment -> {
            boolean atOnce = turn.role().includes(Role.ADMIN);
            boolean pastGates = turn.role().includes(Role.GATE);
            Facts facts = Facts.NONE.about(environment.id());
            return switch (transfers.takeover(environment, takeover.reason(), atOnce, pastGates, turn.asker())) {
                case TakeoverResult.Taken taken -> taken(taken, environment, facts, turn);
                case TakeoverResult.Asked asked ->
                    Reply.toEveryone(
                            Verb.TAKEOVER.word(),
                            Outcome.WAITING,
                            facts.with(LeaseView.of(asked.lease())),
                            List.of(Block.say(
                                    "{} was asked and has until {} to keep it. After that, {} makes it yours.",
                                    who(asked.lease().holder()),
                                    when(asked.takeover().due()),
                                    code("takeover " + environment.id() + " because …"))));
                case TakeoverResult.AskedByOther other ->
                    Reply.toAsker(
                            Verb.TAKEOVER.word(),
                            Outcome.REFUSED,
                            facts.with(LeaseView.of(other.lease())),
                            Block.say(
                                    "{} asked for it before you: {}. {} puts you in line.",
                                    who(other.takeover().by()),
                                    quote(other.takeover().reason()),
                                    code("wait " + environment.id())));
                case TakeoverResult.Reserved reserved ->
                    Reply.toAsker(
                            Verb.TAKEOVER.word(),
                            Outcome.REFUSED,
                            facts.with(LeaseView.of(reserved.lease())),
                            Block.say(LeaseWords.blocking(reserved.by())));
                case TakeoverResult.Shut shut -> ShutWords.refusal(shut.gates(), Verb.TAKEOVER, facts, turn);
                case TakeoverResult.Free free -> Free.claimIt(Verb.TAKEOVER, environment, turn);
                case TakeoverResult.Yours yours ->
                    Reply.toAsker(
                            Verb.TAKEOVER.word(),
                            Outcome.ALREADY_YOURS,
                            facts.with(LeaseView.of(yours.lease())),
                            Block.say(LeaseWords.yours(yours.lease())));
                case TakeoverResult.Parts parts -> parts(parts, facts);
            };
        });
    }

    private static Reply taken(TakeoverResult.Taken taken, Environment environment, Facts facts, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(
                "{} is yours until {}; it was held by {} until {}, who will hear of it. {} within ten minutes gives it"
                        + " back.",
                name(environment.id()),
                when(taken.lease().until()),
                who(taken.before().holder()),
                when(taken.before().until()),
                code("undo")));
        blocks.addAll(Guidance.ofGrant(environment, turn.catalog(), false));
        return Reply.toEveryone(Verb.TAKEOVER.word(), Outcome.TAKEN, facts.with(LeaseView.of(taken.lease())), blocks);
    }

    private static Reply parts(TakeoverResult.Parts parts, Facts facts) {
        List<Line> lines = parts.leases().stream().map(LeaseWords::holding).toList();
        return Reply.toAsker(
                Verb.TAKEOVER.word(),
                Outcome.REFUSED,
                facts.with(views(parts.leases())),
                List.of(
                        Block.say(
                                "{} is held under other names: take over each by its own.", name(parts.environment())),
                        Block.bullets(lines)));
    }

    Reply keep(Command.Keep keep, Turn turn) {
        Lookup lookup = keep.name()
                .map(typed -> Lookup.of(typed, Sense.LEASE, Verb.KEEP, turn))
                .orElseGet(() -> onlyOne.of(Verb.KEEP, turn));
        return lookup.then(environment -> switch (transfers.keep(environment, turn.asker())) {
            case KeepResult.Kept kept -> kept(kept, environment.id());
            case KeepResult.NotHeld notHeld -> Ownership.notHeld(Verb.KEEP.word(), environment.id());
            case KeepResult.Anothers other -> Ownership.anothers(Verb.KEEP.word(), environment.id(), other.lease());
            case KeepResult.PartOf part -> Ownership.partOf(Verb.KEEP.word(), environment.id(), part.lease());
        });
    }

    private static Reply kept(KeepResult.Kept kept, EnvironmentId id) {
        Line line = LeaseWords.yours(kept.lease());
        Line all = kept.against()
                .map(takeover -> line.then(Line.of(" {} will hear that you keep it.", who(takeover.by()))))
                .orElse(line);
        return Reply.toEveryone(
                Verb.KEEP.word(),
                Outcome.CHANGED,
                Facts.NONE.about(id).with(LeaseView.of(kept.lease())),
                List.of(Block.say(all)));
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

    Reply cancel(Command.Cancel cancel, Turn turn) {
        return Lookup.of(cancel.name(), Sense.LEASE, Verb.CANCEL, turn).then(environment -> {
            EnvironmentId id = environment.id();
            return switch (transfers.cancel(environment, turn.asker())) {
                case CancelResult.Declined declined ->
                    cancelled(
                            id,
                            Optional.of(declined.lease()),
                            Line.of(
                                    "You declined {}; {} will hear of it.",
                                    name(id),
                                    who(declined.handover().by())));
                case CancelResult.Withdrawn withdrawn ->
                    cancelled(
                            id,
                            Optional.of(withdrawn.lease()),
                            Line.of(
                                    "Your offer of {} to {} is off; it stays yours.",
                                    name(id),
                                    who(withdrawn.handover().to())));
                case CancelResult.NotTakenOver off ->
                    cancelled(id, Optional.of(off.lease()), Line.of("You no longer want to take over {}.", name(id)));
                case CancelResult.LeftLine left ->
                    cancelled(id, Optional.empty(), Line.of("You left the line for {}.", name(id)));
                case CancelResult.Unreserved off ->
                    cancelled(
                            id,
                            Optional.empty(),
                            off.more()
                                    ? ReservationWords.off(off.reservation())
                                            .then(ReservationWords.rest(off.reservation()))
                                    : ReservationWords.off(off.reservation()));
                case CancelResult.LeftLines left ->
                    cancelled(id, Optional.empty(), Line.of("You no longer wait for {}.", name("any " + left.any())));
                case CancelResult.Unwatched off ->
                    cancelled(id, Optional.empty(), Line.of("You no longer hear when {} changes.", name(id)));
                case CancelResult.Nothing nothing ->
                    Reply.toAsker(
                            Verb.CANCEL.word(),
                            Outcome.NOT_HELD,
                            Facts.NONE.about(id),
                            Block.say(
                                    "You have nothing open about {}: no place in line, no offer, no takeover, no"
                                            + " reservation, no watch. To give it back, type {}.",
                                    name(id),
                                    code("unclaim " + id)));
            };
        });
    }

    private static Reply cancelled(EnvironmentId id, Optional<Lease> lease, Line line) {
        Facts facts = Facts.NONE.about(id);
        return Reply.toEveryone(
                Verb.CANCEL.word(),
                Outcome.CHANGED,
                lease.map(LeaseView::of).map(facts::with).orElse(facts),
                List.of(Block.say(line)));
    }

    private static List<LeaseView> views(List<Lease> leases) {
        return leases.stream().map(LeaseView::of).toList();
    }
}
