package dibs.bot.digest;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.CatalogSource;
import dibs.backend.health.HealthNow;
import dibs.backend.health.HealthService;
import dibs.backend.health.HealthState;
import dibs.bot.reply.Line;
import java.util.List;
import java.util.Map;

/** What is not well, symptoms under what is at the bottom of them. */
public record HealthChapter(HealthService health, CatalogSource catalog) implements Chapter {
    @Override
    public String title() {
        return "Not well";
    }

    @Override
    public List<Item> items(Today today) {
        HealthNow all = health.now(catalog.current(), today.now());
        return all.all().stream()
                .filter(HealthState::bad)
                .map(state -> item(state, all))
                .toList();
    }

    private static Item item(HealthState state, HealthNow all) {
        Line line = Line.of(
                "{}: {} since {}",
                name(state.environment()),
                text(state.health().word()),
                when(state.since()));
        Line why = all.cause(state)
                .map(cause -> Line.of(", because {} is.", name(cause)))
                .orElseGet(() -> Line.of(": {}.", quote(state.sentence())));
        return new Item(
                state.environment(),
                line.then(why),
                line.then(Line.of(".")),
                Map.of("health", state.health().word(), "since", state.since()));
    }
}
