package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Sense;
import dibs.backend.lease.KeepResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.NudgeResult;
import dibs.backend.lease.TakeoverResult;
import dibs.backend.lease.TransferService;
import dibs.backend.person.Role;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code nudge}, {@code takeover} and {@code keep}. */
final class TransferHandler {
    private final TransferService transfers;
    private final OnlyOne onlyOne;

    TransferHandler(TransferService transfers, OnlyOne onlyOne) {
        this.transfers = transfers;
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
                                    "{} was asked and has until {} to keep it. After that, and until {}, {} makes it"
                                            + " yours.",
                                    who(asked.lease().holder()),
                                    when(asked.takeover().due()),
                                    when(asked.takeover().lapses()),
                                    code("takeover " + environment.id() + " because …"))));
                case TakeoverResult.AskedByOther other ->
                    Reply.toAsker(
                            Verb.TAKEOVER.word(),
                            Outcome.REFUSED,
                            facts.with(LeaseView.of(other.lease())),
                            Block.say(
                                    "{} asked for it before you: {}, and may take it until {}: after that you may ask."
                                            + " {} puts you in line.",
                                    who(other.takeover().by()),
                                    quote(other.takeover().reason()),
                                    when(other.takeover().lapses()),
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

    private static List<LeaseView> views(List<Lease> leases) {
        return leases.stream().map(LeaseView::of).toList();
    }
}
