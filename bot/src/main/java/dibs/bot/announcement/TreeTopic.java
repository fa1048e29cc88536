package dibs.bot.announcement;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.Level;
import dibs.backend.environment.CatalogSource;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.HealthNow;
import dibs.backend.health.HealthService;
import dibs.backend.health.Tree;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Trees that are not open: a message for each time, which says how it goes on and in the end that the tree is open. */
public final class TreeTopic implements Topic {
    private static final String TREE = "tree:";

    private final HealthService health;
    private final CatalogSource catalog;
    private final Endings endings;

    public TreeTopic(HealthService health, CatalogSource catalog, Announcements announcements) {
        this.health = health;
        this.catalog = catalog;
        this.endings = new Endings(announcements, TREE);
    }

    @Override
    public Look look(Instant now) {
        HealthNow all = health.now(catalog.current(), now);
        return (readers, posted) -> {
            List<Wanted> wanted = new ArrayList<>();
            List<String> mine =
                    posted.keySet().stream().filter(key -> key.startsWith(TREE)).toList();
            for (String key : mine) {
                all.tree(of(key))
                        .filter(Tree::shut)
                        .map(tree -> new Wanted(key, List.of(words(tree, readers.outsiders())), false))
                        .ifPresent(wanted::add);
            }
            wanted.addAll(endings.last(
                    posted,
                    key -> all.tree(of(key)).filter(tree -> !tree.shut()).isPresent(),
                    key -> all.tree(of(key)).map(tree -> words(tree, readers.outsiders())),
                    now));
            for (Tree tree : all.shut()) {
                boolean news = mine.stream().noneMatch(key -> of(key).equals(tree.environment()));
                if (news
                        && readers.home().levels().health() != Level.OFF
                        && readers.interest().in(tree.environment())) {
                    wanted.add(new Wanted(key(tree), List.of(words(tree, readers.outsiders())), false));
                }
            }
            return wanted;
        };
    }

    /** Which tree a message is about. */
    private static EnvironmentId of(String key) {
        return new EnvironmentId(key.substring(TREE.length(), key.lastIndexOf(':')));
    }

    private static String key(Tree tree) {
        return TREE + tree.environment() + ":" + tree.since().toEpochMilli();
    }

    /** Before people from outside without the reason. */
    private static Block words(Tree tree, boolean outsiders) {
        Line line = Line.of(
                "The tree {} {} since {}",
                name(tree.environment()),
                text(tree.state().predicate()),
                when(tree.since()));
        return Block.say(line.then(
                outsiders || tree.reason().isEmpty() ? Line.of(".") : Line.of(": {}.", quote(tree.reason()))));
    }
}
