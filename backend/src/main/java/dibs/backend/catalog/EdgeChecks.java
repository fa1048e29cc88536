package dibs.backend.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds edges that lead nowhere or say too little. */
final class EdgeChecks {
    private final Layer layer;
    private final List<Fault> faults;
    /** What to say of an end, by its text; nothing where it is known. However many edges name it, it is looked for once. */
    private final Map<String, Optional<String>> ends = new HashMap<>();
    /** A word of a list is one object in all the edges that the list stands for. */
    private final Set<Located.Word> looked = Collections.newSetFromMap(new IdentityHashMap<>());

    EdgeChecks(Layer layer, List<Fault> faults) {
        this.layer = layer;
        this.faults = faults;
    }

    void check() {
        for (EdgeLines.Line line : layer.edges().edges().values()) {
            end(line.from());
            end(line.to());
            line.sources().forEach(this::source);
            complete(line);
            if (line.from().text().equals(line.to().text())) {
                faults.add(line.to()
                        .place()
                        .fault(line.to().text() + " uses itself here: remove it from one of the two lists"));
            }
        }
        layer.edges().off().forEach(this::idle);
    }

    private void complete(EdgeLines.Line line) {
        List<String> missing = new ArrayList<>();
        if (line.sort().isEmpty()) {
            missing.add("sort: (depends-on, writes, reads or copies-to)");
        }
        if (line.evidence().isEmpty()) {
            missing.add("evidence: (permitted, wired or used)");
        }
        if (!missing.isEmpty()) {
            faults.add(line.from()
                    .place()
                    .fault("an edge needs " + String.join(" and ", missing)
                            + "; off: true in their place switches off one that is built in"));
        }
    }

    /** Whether it is known. */
    private boolean end(Located.Word word) {
        Optional<String> fault = ends.computeIfAbsent(
                word.text(),
                id -> layer.environments().containsKey(id) ? Optional.empty() : Optional.of(Checks.unknown(id, layer)));
        if (looked.add(word)) {
            fault.ifPresent(message -> faults.add(word.place().fault(message)));
        }
        return fault.isEmpty();
    }

    private void source(Located.Word word) {
        if (looked.add(word) && !layer.sources().containsKey(word.text())) {
            faults.add(word.place()
                    .fault("source: " + word.text() + " is not known; it has to be a key under sources:"
                            + Suggestion.of(word.text(), layer.sources().keySet())));
        }
    }

    private void idle(EdgeLines.Off off) {
        boolean from = end(off.from());
        boolean to = end(off.to());
        if (from && to) {
            faults.add(off.from()
                    .place()
                    .fault("there is no edge from " + off.from().text() + " to "
                            + off.to().text()
                            + off.sort().map(sort -> " (" + sort + ")").orElse("")
                            + " to switch off: remove the pair"));
        }
    }
}
