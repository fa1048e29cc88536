package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.GateState;
import dibs.backend.gate.Gate;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
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
        List<EnvironmentId> openable = Gates.openable(gates, turn);
        blocks.add(way(gates, !openable.isEmpty()));
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
                facts.openable(openable)
                        .listing(gates.stream()
                                .map(gate -> GateWords.item(gate, turn.now()))
                                .toList()),
                blocks);
    }

    /** How it comes to be open. */
    private static Block way(List<Gate> gates, boolean own) {
        Inline opening = GateWords.opening(gates.getFirst());
        if (gates.stream().allMatch(gate -> gate.state() == GateState.APPROVAL)) {
            return Block.say(
                    "Whoever has the role gate gives the approval: by claiming it and handing it over, or with {}.",
                    opening);
        }
        return Block.say(own ? "{} opens it." : "{} opens it, for whoever has the role gate.", opening);
    }

    private static String done(Verb verb) {
        return switch (verb) {
            case TAKEOVER -> "taken over";
            case UNDO -> "undone";
            default -> "claimed";
        };
    }
}
