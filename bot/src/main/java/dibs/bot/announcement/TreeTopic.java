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

/** Trees that are not open: a message for each time, which says in the end what came of it. */
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
            for (Tree tree : all.shut()) {
                boolean told = readers.home().levels().health() != Level.OFF
                        && readers.interest().in(tree.environment());
                if (told || posted.containsKey(key(tree))) {
                    wanted.add(new Wanted(key(tree), List.of(words(tree, readers.outsiders())), false));
                }
            }
            posted.values().stream()
                    .filter(message -> message.key().startsWith(TREE))
                    .forEach(message -> over(message, all, readers, now).ifPresent(wanted::add));
            return wanted;
        };
    }

    /** What a message says once the tree is otherwise; nothing while it is as it says, or nobody knows. */
    private Optional<Wanted> over(PostedMessage message, HealthNow all, Readership readers, Instant now) {
        String key = message.key();
        Optional<Tree> tree = all.tree(new EnvironmentId(key.substring(TREE.length(), key.lastIndexOf(':'))))
                .filter(it -> !key(it).equals(key));
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        Wanted wanted = new Wanted(key, List.of(words(tree.get(), readers.outsiders())), false);
        if (message.digest().equals(Optional.of(wanted.digest()))) {
            announcements.note(rows -> rows.close(message, now));
            return Optional.empty();
        }
        return Optional.of(wanted);
    }

    private static String key(Tree tree) {
        return TREE + tree.environment() + ":" + tree.since().toEpochMilli();
    }

    /** Before people from outside without the reason. */
    private static Block words(Tree tree, boolean outsiders) {
        Line line = Line.of(
                "The tree {} is {} since {}",
                name(tree.environment()),
                text(tree.state().word()),
                when(tree.since()));
        return Block.say(line.then(
                outsiders || tree.reason().isEmpty() ? Line.of(".") : Line.of(": {}.", quote(tree.reason()))));
    }
}
