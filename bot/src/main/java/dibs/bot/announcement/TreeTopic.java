package dibs.bot.announcement;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.Level;
import dibs.backend.announcement.PostedMessage;
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
import java.util.Optional;

/** Trees that are not open: a message for each time, which says how it goes on and in the end that the tree is open. */
public final class TreeTopic implements Topic {
    private static final String TREE = "tree:";

    private final HealthService health;
    private final CatalogSource catalog;
    private final Announcements announcements;

    public TreeTopic(HealthService health, CatalogSource catalog, Announcements announcements) {
        this.health = health;
        this.catalog = catalog;
        this.announcements = announcements;
    }

    @Override
    public Look look(Instant now) {
        HealthNow all = health.now(catalog.current(), now);
        return (readers, posted) -> {
            List<Wanted> wanted = new ArrayList<>();
            List<PostedMessage> mine = posted.values().stream()
                    .filter(message -> message.key().startsWith(TREE))
                    .toList();
            mine.forEach(message -> told(message, all, readers, now).ifPresent(wanted::add));
            for (Tree tree : all.shut()) {
                boolean news = mine.stream().noneMatch(message -> of(message).equals(tree.environment()));
                if (news
                        && readers.home().levels().health() != Level.OFF
                        && readers.interest().in(tree.environment())) {
                    wanted.add(new Wanted(key(tree), List.of(words(tree, readers.outsiders())), false));
                }
            }
            return wanted;
        };
    }

    /** What a message says now; nothing while nobody knows, and once it says that the tree is open. */
    private Optional<Wanted> told(PostedMessage message, HealthNow all, Readership readers, Instant now) {
        Optional<Tree> tree = all.tree(of(message));
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        Wanted wanted = new Wanted(message.key(), List.of(words(tree.get(), readers.outsiders())), false);
        if (!tree.get().shut() && message.digest().equals(Optional.of(wanted.digest()))) {
            announcements.note(rows -> rows.close(message, now));
            return Optional.empty();
        }
        return Optional.of(wanted);
    }

    /** Which tree a message is about. */
    private static EnvironmentId of(PostedMessage message) {
        String key = message.key();
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
