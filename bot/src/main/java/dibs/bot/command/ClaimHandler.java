package dibs.bot.command;

import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Sense;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.person.PersonRef;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers {@code claim}. */
final class ClaimHandler {
    private static final String CLAIM = Verb.CLAIM.word();

    private final LeaseService leases;
    private final Persons persons;

    ClaimHandler(LeaseService leases, Persons persons) {
        this.leases = leases;
        this.persons = persons;
    }

    Reply handle(Command.Claim claim, Turn turn) {
        List<Environment> wanted = new ArrayList<>();
        List<Block> remarks = new ArrayList<>();
        for (String typed : claim.names()) {
            switch (Lookup.of(typed, Sense.LEASE, Verb.CLAIM, turn)) {
                case Lookup.No no -> {
                    return no.reply();
                }
                case Lookup.One one -> {
                    Optional<Reply> refusal = NotLeasable.refusal(one.environment(), turn);
                    if (refusal.isPresent()) {
                        return refusal.get().after(one.remarks());
                    }
                    wanted.add(one.environment());
                    remarks.addAll(one.remarks());
                }
            }
        }
        return switch (Ends.wish(claim.end(), turn)) {
            case Ends.Bad bad -> Reply.toAsker(CLAIM, Outcome.MISUNDERSTOOD, Facts.NONE, Block.say(bad.why()));
            case Ends.Good good ->
                switch (persons.all(claim.helpers(), Verb.CLAIM, turn)) {
                    case Persons.No no -> no.reply();
                    case Persons.All all ->
                        claim(wanted, good.wish(), all.refs(), claim.purpose(), turn)
                                .after(remarks);
                };
        };
    }

    private Reply claim(
            List<Environment> wanted, EndWish wish, List<PersonRef> helpers, Optional<String> purpose, Turn turn) {
        Facts facts = wanted.size() == 1 ? Facts.NONE.about(wanted.getFirst().id()) : Facts.NONE;
        return switch (leases.claim(wanted, wish, helpers, purpose, turn.asker())) {
            case ClaimResult.Granted granted -> granted(granted, facts, turn);
            case ClaimResult.AlreadyYours yours -> alreadyYours(yours, facts);
            case ClaimResult.Held held -> held(held, facts);
            case ClaimResult.TooLong tooLong ->
                Reply.toAsker(
                        CLAIM,
                        Outcome.REFUSED,
                        facts,
                        Block.say(
                                "{} is held for {} at most, so until {} at the latest.",
                                name(tooLong.environment()),
                                length(tooLong.maximum()),
                                when(tooLong.latest())));
        };
    }

    private static Reply granted(ClaimResult.Granted granted, Facts facts, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        for (Lease lease : granted.leases()) {
            blocks.add(Block.say("{} is yours until {}.", name(lease.environment()), when(lease.until())));
            turn.catalog()
                    .find(lease.environment())
                    .ifPresent(environment -> blocks.addAll(Guidance.ofGrant(environment, turn.catalog())));
        }
        for (Lease lease : granted.before()) {
            blocks.add(Block.say("{} was yours already, until {}.", name(lease.environment()), when(lease.until())));
        }
        Facts all = granted.leases().size() == 1
                ? facts.with(LeaseView.of(granted.leases().getFirst()))
                : facts.with(views(granted.leases()));
        return Reply.toEveryone(CLAIM, Outcome.GRANTED, all, blocks);
    }

    private static Reply alreadyYours(ClaimResult.AlreadyYours yours, Facts facts) {
        List<Block> blocks = yours.leases().stream()
                .map(lease -> Block.say(LeaseWords.yours(lease)))
                .toList();
        Facts all = yours.leases().size() == 1
                ? facts.with(LeaseView.of(yours.leases().getFirst()))
                : facts.with(views(yours.leases()));
        return Reply.toAsker(CLAIM, Outcome.ALREADY_YOURS, all, blocks);
    }

    private static Reply held(ClaimResult.Held held, Facts facts) {
        List<Line> lines = held.blockers().stream().map(LeaseWords::blocking).toList();
        List<Block> blocks = lines.size() == 1
                ? List.of(Block.say(Line.of("Nothing was claimed. ").then(lines.getFirst())))
                : List.of(Block.say("Nothing was claimed; in the way are:"), Block.bullets(lines));
        Facts all = facts.with(held.blockers().stream().map(LeaseView::of).toList());
        return Reply.toAsker(CLAIM, Outcome.HELD, all, blocks);
    }

    private static List<LeaseView> views(List<Lease> leases) {
        return leases.stream().map(LeaseView::of).toList();
    }
}
