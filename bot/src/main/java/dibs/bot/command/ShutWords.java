package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.GateState;
import dibs.backend.gate.Gate;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;

/** What whoever claims something whose gate is shut is told. */
final class ShutWords {
    private ShutWords() {}

    /** That a claim is refused for them. */
    static Reply refusal(List<Gate> gates, Facts facts, Turn turn) {
        return refusal(gates, Verb.CLAIM, facts, turn);
    }

    /** That a claim, a takeover or an undo is refused for them, and why. */
    static Reply refusal(List<Gate> gates, Verb verb, Facts facts, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(
                gates.size() == 1 ? "Nothing was {}; its gate is shut:" : "Nothing was {}; these gates are shut:",
                text(done(verb))));
        blocks.add(Block.bullets(
                gates.stream().map(gate -> GateWords.of(gate, turn.now())).toList()));
        if (gates.stream().allMatch(gate -> gate.state() == GateState.APPROVAL)) {
            blocks.add(Block.say(
                    "Whoever has the role gate gives the approval: by claiming it and handing it over, or with {}.",
                    GateWords.opening(gates.getFirst())));
        } else {
            blocks.add(Block.say("{} opens it, for whoever has the role gate.", GateWords.opening(gates.getFirst())));
        }
        facts.environment()
                .filter(id -> turn.catalog()
                        .find(id)
                        .filter(it -> !it.units().isEmpty())
                        .isPresent())
                .ifPresent(id ->
                        blocks.add(Block.say("{} has me tell you when it is yours to claim.", code("wait " + id))));
        blocks.add(GateWords.notice());
        return Reply.toAsker(
                verb.word(),
                Outcome.REFUSED,
                facts.listing(gates.stream()
                        .map(gate -> GateWords.item(gate, turn.now()))
                        .toList()),
                blocks);
    }

    private static String done(Verb verb) {
        return switch (verb) {
            case TAKEOVER -> "taken over";
            case UNDO -> "undone";
            default -> "claimed";
        };
    }
}
