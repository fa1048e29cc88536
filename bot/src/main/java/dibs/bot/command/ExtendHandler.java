package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Sense;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.ExtendResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.UseService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Answers {@code extend}. */
final class ExtendHandler {
    private static final String EXTEND = Verb.EXTEND.word();

    private final LeaseService leases;
    private final UseService uses;
    private final OnlyOne onlyOne;

    ExtendHandler(LeaseService leases, UseService uses, OnlyOne onlyOne) {
        this.leases = leases;
        this.uses = uses;
        this.onlyOne = onlyOne;
    }

    Reply handle(Command.Extend extend, Turn turn) {
        Lookup lookup = extend.name().isPresent()
                ? Lookup.of(extend.name().get(), Sense.LEASE, Verb.EXTEND, turn)
                : onlyOne.of(Verb.EXTEND, turn);
        return lookup.then(environment -> switch (Ends.wish(extend.end(), turn)) {
            case Ends.Bad bad ->
                Reply.toAsker(EXTEND, Outcome.MISUNDERSTOOD, Facts.NONE.about(environment.id()), Block.say(bad.why()));
            case Ends.Good good ->
                environment.mode() == Mode.SHARED
                        ? extendUse(environment, good.wish(), turn)
                        : extend(environment, good.wish(), turn);
        });
    }

    private Reply extendUse(Environment environment, EndWish wish, Turn turn) {
        Facts facts = Facts.NONE.about(environment.id());
        return switch (uses.extend(environment, wish, turn.asker())) {
            case UseService.Extended extended ->
                Reply.toEveryone(
                        EXTEND,
                        Outcome.EXTENDED,
                        facts.listing(List.of(UseWords.item(extended.use()))),
                        List.of(Block.say(
                                "You use {} until {}; it would have ended {}.",
                                name(environment.id()),
                                when(extended.use().until()),
                                when(extended.before()))));
            case UseService.NotUsed notUsed ->
                Reply.toAsker(
                        EXTEND,
                        Outcome.NOT_HELD,
                        facts,
                        Block.say(
                                "You do not use {} as far as I know: type {}.",
                                name(environment.id()),
                                code("using " + environment.id() + " for 1d")));
            case UseService.NotLater notLater ->
                Reply.toAsker(
                        EXTEND,
                        Outcome.REFUSED,
                        facts,
                        Block.say(
                                "Your use of {} runs until {} already, and an extend only adds.",
                                name(environment.id()),
                                when(notLater.use().until())));
            case UseService.TooLong tooLong ->
                Reply.toAsker(
                        EXTEND,
                        Outcome.REFUSED,
                        facts,
                        Block.say(
                                "A use of {} is recorded for {} at most, so until {} at the latest.",
                                name(environment.id()),
                                length(tooLong.maximum()),
                                when(tooLong.latest())));
        };
    }

    private Reply extend(Environment environment, EndWish wish, Turn turn) {
        Facts facts = Facts.NONE.about(environment.id());
        return switch (leases.extend(environment, wish, turn.asker())) {
            case ExtendResult.Extended extended ->
                Reply.toEveryone(
                        EXTEND,
                        Outcome.EXTENDED,
                        facts.with(LeaseView.of(extended.lease())),
                        List.of(Block.say(
                                "{} is {} until {}; it would have ended {}.",
                                name(environment.id()),
                                Ownership.of(extended.lease(), turn),
                                when(extended.lease().until()),
                                when(extended.before()))));
            case ExtendResult.NotHeld notHeld -> Ownership.notHeld(EXTEND, environment.id());
            case ExtendResult.Anothers anothers -> Ownership.anothers(EXTEND, environment.id(), anothers.lease());
            case ExtendResult.PartOf part -> Ownership.partOf(EXTEND, environment.id(), part.lease());
            case ExtendResult.TooLong tooLong ->
                Reply.toAsker(
                        EXTEND,
                        Outcome.REFUSED,
                        facts.with(LeaseView.of(tooLong.lease())),
                        Block.say(
                                "{} is held for {} at most, so until {} at the latest; it stays yours until {}.",
                                name(environment.id()),
                                length(tooLong.maximum()),
                                when(tooLong.latest()),
                                when(tooLong.lease().until())));
            case ExtendResult.NotLater notLater ->
                Reply.toAsker(
                        EXTEND,
                        Outcome.REFUSED,
                        facts.with(LeaseView.of(notLater.lease())),
                        Block.say(
                                "{} runs until {} already, and an extend only adds; to end it sooner type {}.",
                                name(environment.id()),
                                when(notLater.lease().until()),
                                code("unclaim " + environment.id())));
            case ExtendResult.Reserved reserved ->
                Reply.toAsker(
                        EXTEND,
                        Outcome.REFUSED,
                        facts.with(LeaseView.of(reserved.lease())),
                        Block.say(reserved.by()
                                .map(by -> LeaseWords.blocking(by).then(upTo(by, reserved.lease())))
                                .orElseGet(() -> Line.of("Somebody has reserved it before that end."))));
        };
    }

    /** How it is extended up to the reservation, where that is an extension at all. */
    private static Line upTo(Blocker by, Lease lease) {
        return by.from().isAfter(lease.until())
                ? Line.of(
                        " You may have it up to then: {}.",
                        code("extend " + lease.environment() + " until "
                                + by.from().truncatedTo(ChronoUnit.SECONDS)))
                : Line.of("");
    }
}
