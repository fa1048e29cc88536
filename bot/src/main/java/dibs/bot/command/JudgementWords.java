package dibs.bot.command;

import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.policy.Judgement;
import dibs.backend.policy.PolicyVersion;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import dibs.bot.reply.VerdictView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
        add(blocks, "Because:", reasons(judgement));
        add(blocks, "It depended on:", judgement.conditions());
        add(blocks, "Ways out:", judgement.alternatives());
        if (judgement.path().size() > 2) {
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

    private static List<String> reasons(Judgement judgement) {
        return IntStream.range(0, judgement.reasons().size())
                .mapToObj(i -> (i < judgement.rules().size() ? judgement.rules().get(i) + ": " : "")
                        + judgement.reasons().get(i))
                .toList();
    }

    private static void add(List<Block> blocks, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(Block.say(Line.of(heading)));
            blocks.add(Block.bullets(
                    lines.stream().map(line -> Line.of("{}", text(line))).toList()));
        }
    }

    /** The verdict as scripts see one. */
    static VerdictView view(Judgement judgement) {
        return new VerdictView(
                Optional.of(judgement.id()),
                judgement.answer().word(),
                judgement.consumer(),
                judgement.environment(),
                judgement.access(),
                judgement.rules(),
                judgement.reasons(),
                judgement.conditions(),
                judgement.alternatives(),
                judgement.path());
    }

    /** What scripts see of then beside the verdict itself. */
    static Map<String, Object> item(Judgement judgement) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", "verdict");
        item.put("id", judgement.id());
        item.put("at", judgement.at());
        item.put("by", judgement.by());
        item.put("asked", judgement.asked());
        judgement.purpose().ifPresent(it -> item.put("purpose", it));
        item.put("policy", judgement.policy());
        item.put("facts", judgement.facts());
        item.put("moment", judgement.moment());
        return item;
    }
}
