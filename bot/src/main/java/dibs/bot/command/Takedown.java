package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.confirmation.ConfirmationService;
import dibs.backend.confirmation.Wish;
import dibs.backend.environment.Environment;
import dibs.backend.gate.Freeze;
import dibs.backend.gate.FreezeService;
import dibs.backend.gate.GateRequest;
import dibs.backend.policy.Judged;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Maintenance of production: with the conditions that the rules set, and to be confirmed while something is in flight. */
record Takedown(FreezeService freezes, Asking asking, ConfirmationService confirmations) {
    private static final List<String> TAKES_DOWN = List.of("take down");

    /**
     * The answer.
     *
     * @param done does it
     */
    Reply of(Environment environment, GateRequest request, Turn turn, Supplier<Reply> done) {
        List<Freeze> inFlight = freezes.inFlight(turn.now());
        Judged judged = asking.judge(environment, TAKES_DOWN, Optional.of("maintenance"), turn);
        return inFlight.isEmpty() ? done.get().before(conditions(judged)) : confirm(request, inFlight, judged, turn);
    }

    private static List<Block> conditions(Judged judged) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say("It is production, and by the rules ({}):", text(rules(judged))));
        blocks.add(Block.bullets(judged.verdict().conditions().stream()
                .map(condition -> Line.of("{}", text(condition)))
                .toList()));
        return judged.verdict().conditions().isEmpty() ? List.of() : blocks;
    }

    private static String rules(Judged judged) {
        return String.join(", ", judged.verdict().rules());
    }

    private Reply confirm(GateRequest request, List<Freeze> inFlight, Judged judged, Turn turn) {
        ConfirmationService.Asked asked =
                confirmations.ask(new Wish.PutGate(request), turn.person().ref(), turn.message(), turn.now());
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Block.say("Confirm it: {} is production, and nothing was changed yet.", name(request.environment())));
        blocks.addAll(GateWords.inFlight(inFlight));
        blocks.add(Block.say(
                "By the rules taking it down is {} now:",
                text(judged.verdict().answer().word())));
        blocks.addAll(VerdictWords.refusal(judged));
        blocks.add(Block.say(
                "{} puts it in maintenance none the less, within {}.",
                code("confirm " + asked.code()),
                length(ConfirmationService.WITHIN)));
        return Reply.toAsker(
                Verb.MAINTENANCE.word(),
                Outcome.CONFIRM,
                Facts.NONE
                        .about(request.environment())
                        .code(asked.code())
                        .listing(inFlight.stream().map(GateWords::item).toList()),
                blocks);
    }
}
