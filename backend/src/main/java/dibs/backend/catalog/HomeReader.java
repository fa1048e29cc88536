package dibs.backend.catalog;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.backend.announcement.Home.Levels;
import dibs.backend.announcement.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code announce:}, where things are announced. */
final class HomeReader {
    private final Layer layer;
    private final List<Fault> faults;
    private final Map<ConversationId, Integer> lines = new HashMap<>();

    private HomeReader(Layer layer, List<Fault> faults) {
        this.layer = layer;
        this.faults = faults;
    }

    /** The homes, in the file's order; what is wrong with them becomes faults. */
    static List<Home> read(Optional<Located> section, Layer layer, List<Fault> faults) {
        HomeReader reader = new HomeReader(layer, faults);
        return section.stream()
                .filter(list -> list.value().isArray())
                .flatMap(list -> list.items().stream())
                .flatMap(entry -> reader.home(entry).stream())
                .toList();
    }

    private Optional<Home> home(Located entry) {
        List<String> environments = environments(entry);
        Optional<Boolean> outsiders = entry.get("outsiders")
                .filter(value -> value.value().isBoolean())
                .map(value -> value.value().booleanValue());
        Levels levels = new Levels(
                level(entry, "leases"), level(entry, "gates"), level(entry, "health"), level(entry, "audit"));
        // What is no conversation has been reported by the schema.
        return entry.get("to")
                .filter(to -> to.text().filter(ConversationId::isOne).isPresent())
                .filter(this::isNew)
                .map(to -> new Home(new ConversationId(to.text().orElseThrow()), levels, environments, outsiders));
    }

    private boolean isNew(Located to) {
        ConversationId conversation = new ConversationId(to.text().orElseThrow());
        int line = to.place().document().lineOf(to.place().pointer());
        Integer before = lines.putIfAbsent(conversation, line);
        if (before != null) {
            faults.add(to.fault("to: " + conversation + " is in line " + before
                    + " already: say all that is announced there in one entry"));
        }
        return before == null;
    }

    private List<String> environments(Located entry) {
        List<String> known = new ArrayList<>();
        entry.get("environments").stream().flatMap(Located::words).forEach(word -> {
            if (isKnown(word.text())) {
                known.add(word.text());
            } else {
                Set<String> names = new TreeSet<>(layer.environments().keySet());
                layer.environments().values().forEach(environment -> names.addAll(environment.texts("labels")));
                faults.add(word.place()
                        .fault("environments: " + word.text()
                                + " is not known; it has to be the id or a label of an environment"
                                + Suggestion.of(word.text(), names)));
            }
        });
        return known;
    }

    private boolean isKnown(String name) {
        return layer.environments().containsKey(name)
                || layer.environments().values().stream()
                        .anyMatch(environment -> environment.texts("labels").contains(name));
    }

    private static Level level(Located entry, String kind) {
        return entry.get(kind)
                .flatMap(Located::text)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .flatMap(word -> List.of(Level.values()).stream()
                        .filter(level -> level.name().equals(word))
                        .findFirst())
                .orElse(Level.BOARD);
    }
}
