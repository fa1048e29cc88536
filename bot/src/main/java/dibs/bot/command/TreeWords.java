package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.health.HealthNow;
import dibs.backend.health.HealthState;
import dibs.backend.health.Tree;
import dibs.backend.health.TreeState;
import dibs.backend.notice.Notice;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the states of trees are spoken of. */
final class TreeWords {
    private static final int MOST = 20;

    private TreeWords() {}

    /** A line such as {@code autoland is closed since …: “signing is down”.} */
    static Line line(Tree tree) {
        return because(
                Line.of(
                        "{} {} since {}",
                        name(tree.environment()),
                        text(tree.state().predicate()),
                        when(tree.since())),
                tree.reason());
    }

    /** The same by itself. */
    static Block of(Tree tree) {
        return Block.say(because(
                Line.of("The tree {} since {}", text(tree.state().predicate()), when(tree.since())), tree.reason()));
    }

    /** Whether it is a tree that is not open: its health is only whether that can be read. */
    static boolean isShut(HealthState state, HealthNow now) {
        return now.tree(state.environment()).filter(Tree::shut).isPresent();
    }

    /** All that are not open, in a line; nothing where all are. */
    static Optional<Block> shut(HealthNow now) {
        List<Tree> shut = now.shut();
        if (shut.isEmpty()) {
            return Optional.empty();
        }
        Line line = Line.of("Trees: ");
        for (int i = 0; i < Math.min(MOST, shut.size()); i++) {
            Tree tree = shut.get(i);
            Line one = Line.of(
                    i == 0 ? "{} {}" : ", {} {}",
                    name(tree.environment()),
                    text(tree.state().word()));
            line = line.then(tree.reason().isEmpty() ? one : one.then(Line.of(" ({})", quote(tree.reason()))));
        }
        return Optional.of(Block.say(line.then(
                shut.size() > MOST
                        ? Line.of(" and {} more.", text(Integer.toString(shut.size() - MOST)))
                        : Line.of("."))));
    }

    /** What those who watch a tree are told. */
    static Line told(Notice.TreeChanged it) {
        return because(
                Line.of(
                        "{}, which you watch, {} since {}",
                        name(it.environment()),
                        text(TreeState.of(it.state()).map(TreeState::predicate).orElse("is " + it.state())),
                        when(it.since())),
                it.reason());
    }

    private static Line because(Line line, String reason) {
        return line.then(reason.isEmpty() ? Line.of(".") : Line.of(": {}.", quote(reason)));
    }

    /** As scripts see it. */
    static Map<String, Object> item(Tree tree) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("state", tree.state().word());
        item.put("since", tree.since());
        item.put("reason", tree.reason());
        return item;
    }

    /** As scripts see it, with its name. */
    static Map<String, Object> named(Tree tree) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("environment", tree.environment().value());
        named.put("tree", item(tree));
        return named;
    }
}
