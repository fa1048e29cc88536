package dibs.bot.digest;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.CatalogSource;
import dibs.backend.health.HealthService;
import dibs.backend.health.Tree;
import dibs.bot.reply.Line;
import java.util.List;
import java.util.Map;

/** Trees that sheriffs did not leave open. */
public record TreeChapter(HealthService health, CatalogSource catalog) implements Chapter {
    @Override
    public String title() {
        return "Trees that are not open";
    }

    @Override
    public List<Item> items(Today today) {
        return health.now(catalog.current(), today.now()).shut().stream()
                .map(TreeChapter::item)
                .toList();
    }

    private static Item item(Tree tree) {
        Line line = Line.of(
                "{}: {} since {}", name(tree.environment()), text(tree.state().word()), when(tree.since()));
        Line why = tree.reason().isEmpty() ? Line.of(".") : Line.of(": {}.", quote(tree.reason()));
        return new Item(
                tree.environment(),
                line.then(why),
                line.then(Line.of(".")),
                Map.of("tree", tree.state().word(), "since", tree.since()));
    }
}
