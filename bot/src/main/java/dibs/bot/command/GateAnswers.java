package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.gate.Gate;
import dibs.backend.gate.GateResult;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What whoever shuts or opens a gate is told of what came of it. */
final class GateAnswers {
    private GateAnswers() {}

    /** What became of a wish. */
    static Reply of(GateResult result, EnvironmentId about, Verb verb, Turn turn) {
        Facts facts = Facts.NONE.about(about);
        return switch (result) {
            case GateResult.Set set -> set(set, facts.about(set.gate().environment()), verb, turn);
            case GateResult.Opened opened -> opened(opened, facts, turn);
            case GateResult.WasOpen was -> wasOpen(was, facts, about, turn);
            case GateResult.Over ignored ->
                Reply.toAsker(
                        verb.word(),
                        Outcome.MISUNDERSTOOD,
                        facts,
                        Block.say("Its end has passed: write a later one, or the day with it."));
        };
    }

    /** What became of it once it was confirmed. */
    static Reply confirmed(GateResult result, Turn turn) {
        return result instanceof GateResult.Set set
                ? set(set, Facts.NONE.about(set.gate().environment()), Verb.CONFIRM, turn)
                : Reply.toAsker(
                        Verb.CONFIRM.word(),
                        Outcome.REFUSED,
                        Facts.NONE,
                        Block.say("Its end has passed by now: type the command again."));
    }

    private static Reply set(GateResult.Set set, Facts facts, Verb verb, Turn turn) {
        Gate gate = set.gate();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(GateWords.of(gate, turn.now())));
        if (gate.units().size() > 1) {
            blocks.add(Block.say("That goes for all that it stands for."));
        }
        set.replaced().forEach(it -> blocks.add(replaced(it, turn)));
        if (set.told() > 0) {
            blocks.add(
                    set.told() == 1
                            ? Block.say("One person who has or watches it hears of it.")
                            : Block.say(
                                    "{} persons who have or watch it hear of it.", text(Integer.toString(set.told()))));
        }
        blocks.add(Block.say(
                !gate.shut(turn.now())
                        ? "{} ends that."
                        : gate.opens(turn.now()).isPresent() && gate.rhythm().isEmpty()
                                ? "It opens by itself then; {} opens it sooner."
                                : "{} opens it.",
                GateWords.opening(gate)));
        blocks.add(GateWords.notice());
        return Reply.toEveryone(
                verb.word(), Outcome.CHANGED, facts.listing(List.of(GateWords.item(gate, turn.now()))), blocks);
    }

    private static Block replaced(Gate gate, Turn turn) {
        return Block.say(Line.of("In place of: ").then(GateWords.of(gate, turn.now())));
    }

    private static Reply opened(GateResult.Opened opened, Facts facts, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        boolean shut = opened.left().stream().anyMatch(it -> it.shut(turn.now()));
        Gate gate = opened.ended().getFirst();
        blocks.add(Block.say(
                shut ? "{} has no gate of its own any more, and is not open:" : "{} is open.",
                name(gate.environment())));
        // A button may be older than what it opens.
        opened.ended().stream()
                .filter(it -> !it.by().id().equals(turn.person().id()))
                .forEach(it -> blocks.add(Block.say(Line.of("Until now: ").then(GateWords.of(it, turn.now())))));
        opened.ended().stream()
                .filter(it -> it.rhythm().isPresent())
                .forEach(it -> blocks.add(Block.say("Its maintenance no longer comes back.")));
        left(opened.left(), blocks, turn);
        blocks.add(GateWords.notice());
        return Reply.toEveryone(Verb.OPEN.word(), Outcome.CHANGED, facts.listing(items(opened.left(), turn)), blocks);
    }

    private static Reply wasOpen(GateResult.WasOpen was, Facts facts, EnvironmentId about, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(
                was.left().isEmpty()
                        ? "{} is open; nothing was changed."
                        : "{} has no gate of its own; nothing was changed. What is in its way:",
                name(about)));
        left(was.left(), blocks, turn);
        return Reply.toAsker(Verb.OPEN.word(), Outcome.REFUSED, facts.listing(items(was.left(), turn)), blocks);
    }

    private static void left(List<Gate> left, List<Block> blocks, Turn turn) {
        if (!left.isEmpty()) {
            blocks.add(Block.bullets(left.stream()
                    .map(it -> GateWords.of(it, turn.now()).then(Line.of(" {} opens it.", GateWords.opening(it))))
                    .toList()));
        }
    }

    private static List<Map<String, Object>> items(List<Gate> gates, Turn turn) {
        return gates.stream().map(it -> GateWords.item(it, turn.now())).toList();
    }
}
