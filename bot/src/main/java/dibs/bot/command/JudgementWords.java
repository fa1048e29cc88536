package dibs.bot.command;

import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.policy.Judgement;
import dibs.backend.policy.PolicyVersion;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A verdict that was given before, as it was given. */
final class JudgementWords {
    private JudgementWords() {}

    /** The verdict, with the rules' version and the facts of then. */
    static List<Block> of(Judgement judgement, Optional<PolicyVersion> version) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(
                "{}, given to {} {}: {}.",
                text(judgement.id()),
                text(judgement.by()),
                when(judgement.at()),
                text(judgement.answer().word())));
        blocks.add(Block.say("Asked was: {}", text(judgement.asked())));
        add(blocks, "Because:", judgement.reasons());
        add(blocks, "It depended on:", judgement.conditions());
        add(blocks, "Ways out:", judgement.alternatives());
        if (!judgement.path().isEmpty()) {
            blocks.add(Block.say("By way of: {}", text(String.join(" → ", judgement.path()))));
        }
        add(
                blocks,
                "What was told and taken for granted:",
                judgement.facts().entrySet().stream()
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .toList());
        add(blocks, "What held then:", judgement.moment());
        blocks.add(Block.say(rules(judgement, version)));
        return blocks;
    }

    private static Line rules(Judgement judgement, Optional<PolicyVersion> version) {
        Line line = Line.of(
                "By {} of the rules, version {}",
                text(judgement.rules().isEmpty() ? "none" : String.join(", ", judgement.rules())),
                text(Integer.toString(judgement.policy())));
        return version.map(it -> line.then(Line.of(", in force since {}.", when(it.loadedAt()))))
                .orElseGet(() -> line.then(Line.of(".")));
    }

    private static void add(List<Block> blocks, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(Block.say(Line.of(heading)));
            blocks.add(Block.bullets(
                    lines.stream().map(line -> Line.of("{}", text(line))).toList()));
        }
    }

    /** The verdict as scripts see it. */
    static Map<String, Object> item(Judgement judgement) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", "verdict");
        item.put("id", judgement.id());
        item.put("at", judgement.at());
        item.put("by", judgement.by());
        item.put("asked", judgement.asked());
        item.put("answer", judgement.answer().word());
        item.put("consumer", judgement.consumer());
        judgement.environment().ifPresent(it -> item.put("environment", it));
        judgement.access().ifPresent(it -> item.put("access", it));
        judgement.purpose().ifPresent(it -> item.put("purpose", it));
        item.put("policy", judgement.policy());
        item.put("facts", judgement.facts());
        item.put("rules", judgement.rules());
        item.put("reasons", judgement.reasons());
        item.put("conditions", judgement.conditions());
        item.put("alternatives", judgement.alternatives());
        item.put("path", judgement.path());
        item.put("moment", judgement.moment());
        return item;
    }
}
