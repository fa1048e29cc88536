package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.Limits;
import dibs.backend.gate.Freeze;
import dibs.backend.gate.FreezeResult;
import dibs.backend.gate.FreezeService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers {@code freeze} and {@code thaw}. */
final class FreezeHandler {
    private final FreezeService freezes;

    FreezeHandler(FreezeService freezes) {
        this.freezes = freezes;
    }

    Reply freeze(Command.Freeze freeze, Turn turn) {
        return switch (Ends.wish(freeze.end(), turn)) {
            case Ends.Bad bad ->
                Reply.toAsker(Verb.FREEZE.word(), Outcome.MISUNDERSTOOD, Facts.NONE, Block.say(bad.why()));
            case Ends.Good good -> {
                Optional<Instant> until = freeze.end()
                        .map(end -> good.wish().from(turn.now(), Limits.BUILT_IN, turn.zone(), turn.hours()));
                yield said(
                        freezes.freeze(
                                freeze.what(),
                                freeze.because(),
                                until,
                                turn.person().ref(),
                                turn.message(),
                                turn.now()),
                        Verb.FREEZE);
            }
        };
    }

    Reply thaw(Command.Thaw thaw, Turn turn) {
        return said(freezes.thaw(thaw.what(), turn.person().ref(), turn.message(), turn.now()), Verb.THAW);
    }

    private static Reply said(FreezeResult result, Verb verb) {
        return switch (result) {
            case FreezeResult.Frozen frozen -> frozen(frozen);
            case FreezeResult.Thawed thawed -> thawed(thawed);
            case FreezeResult.Which which ->
                no(
                        verb,
                        Outcome.AMBIGUOUS,
                        which.inFlight(),
                        Block.say("Several are in flight; say which, or {}:", code("thaw all")));
            case FreezeResult.NoSuch none ->
                none.inFlight().isEmpty()
                        ? no(
                                verb,
                                Outcome.REFUSED,
                                List.of(),
                                Block.say("Nothing is in flight: there is nothing to thaw."))
                        : no(verb, Outcome.REFUSED, none.inFlight(), Block.say("That is not in flight; what is:"));
            case FreezeResult.NoEnd noEnd ->
                no(
                        verb,
                        Outcome.REFUSED,
                        List.of(),
                        Block.say("A freeze ends in the future, at the latest {}.", when(noEnd.latest())));
        };
    }

    private static Reply frozen(FreezeResult.Frozen frozen) {
        Freeze freeze = frozen.freeze();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(GateWords.of(freeze)));
        frozen.replaced()
                .ifPresent(before -> blocks.add(Block.say("It was to end {}; that is changed.", when(before.until()))));
        blocks.add(Block.say(
                "Verdicts and grants show it meanwhile, and maintenance of production asks to be confirmed. It stops"
                        + " nobody outside Dibs. {} ends it sooner.",
                code("thaw " + freeze.what())));
        return Reply.toEveryone(
                Verb.FREEZE.word(), Outcome.CHANGED, Facts.NONE.listing(List.of(GateWords.item(freeze))), blocks);
    }

    private static Reply thawed(FreezeResult.Thawed thawed) {
        List<Block> blocks = new ArrayList<>();
        for (Freeze freeze : thawed.ended()) {
            blocks.add(Block.say("{} is no longer in flight.", text(freeze.what())));
        }
        blocks.addAll(GateWords.inFlight(thawed.left()));
        return Reply.toEveryone(
                Verb.THAW.word(),
                Outcome.CHANGED,
                Facts.NONE.listing(thawed.left().stream().map(GateWords::item).toList()),
                blocks);
    }

    private static Reply no(Verb verb, Outcome outcome, List<Freeze> inFlight, Block block) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(block);
        if (!inFlight.isEmpty()) {
            blocks.add(Block.bullets(inFlight.stream()
                    .map(it -> GateWords.of(it).then(Line.of(" {}", code("thaw " + it.what()))))
                    .toList()));
        }
        return Reply.toAsker(
                verb.word(),
                outcome,
                Facts.NONE.listing(inFlight.stream().map(GateWords::item).toList()),
                blocks);
    }
}
