package dibs.bot.command;

import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;

import dibs.backend.policy.Policy;
import dibs.backend.policy.Rule;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that a rule says, as a reader of it wants to know it. */
final class RuleBlocks {
    private RuleBlocks() {}

    static List<Block> of(Rule rule, Policy policy) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say("{}: {}.", text(rule.id()), text(rule.title())));
        if (!rule.reason().isBlank()) {
            blocks.add(Block.say("{}", text(sentence(RuleWords.plain(rule.reason())))));
        }
        rule.citation()
                .ifPresent(it -> blocks.add(Block.say(
                        "It rests on {} in {}", quote(it.quote()), new Inline.Link(it.source() + ":", it.link()))));
        rule.reading().ifPresent(it -> blocks.add(Block.say("How that is read: {}", text(it))));
        rule.engine().ifPresent(it -> blocks.add(Block.say("It {}.", text(RuleWords.engine(it)))));
        add(blocks, "What it does:", RuleWords.clauses(rule.clauses()));
        add(blocks, "In its words:", RuleWords.terms(rule.clauses(), policy));
        add(blocks, "Ways out:", RuleWords.alternatives(rule));
        return blocks;
    }

    private static void add(List<Block> blocks, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(Block.say(Line.of(heading)));
            blocks.add(Block.bullets(
                    lines.stream().map(line -> Line.of("{}", text(line))).toList()));
        }
    }

    /** A sentence may begin with what stood in a hole. */
    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
