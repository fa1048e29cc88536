package dibs.backend.catalog;

import dibs.backend.environment.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds names that mean two environments, and former ids that are still somebody's. */
final class NameChecks {
    private final Layer layer;
    private final List<Fault> faults;
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> formerly = new HashMap<>();

    NameChecks(Layer layer, List<Fault> faults) {
        this.layer = layer;
        this.faults = faults;
    }

    void check() {
        layer.environments().values().forEach(entry -> owners.put(Names.key(entry.id()), entry.id()));
        for (Entry entry : layer.environments().values()) {
            entry.words("was").forEach(old -> formerId(entry, old));
            entry.words("aliases").forEach(alias -> alias(entry, alias));
            entry.words("worker_type").forEach(type -> declared(entry, type, "worker_type: " + type.text()));
        }
    }

    private void formerId(Entry entry, Located.Word old) {
        String before = formerly.putIfAbsent(old.text(), entry.id());
        if (layer.environments().containsKey(old.text())) {
            faults.add(old.place()
                    .fault("was: " + old.text() + " is still an environment of its own: remove it, or retire it"));
        } else if (before != null && !before.equals(entry.id())) {
            faults.add(old.place()
                    .fault("was: " + old.text() + " was claimed by " + before + " already: only one can follow it"));
        } else {
            declared(entry, old, "was: " + old.text());
        }
    }

    private void alias(Entry entry, Located.Word alias) {
        if (Names.key(alias.text()).isEmpty()) {
            faults.add(alias.place().fault("an alias needs a letter or a digit: remove \"" + alias.text() + "\""));
        } else {
            declared(entry, alias, "the alias " + alias.text());
        }
    }

    private void declared(Entry entry, Located.Word name, String what) {
        String key = Names.key(name.text());
        String other = owners.putIfAbsent(key, entry.id());
        if (other != null && !other.equals(entry.id()) && !layer.prefer().containsKey(key)) {
            faults.add(name.place()
                    .fault(what + " of " + entry.id() + " also means " + other
                            + ": remove one, or decide with prefer: {" + name.text() + ": {lease: " + entry.id()
                            + ", about: " + other + "}}"));
        }
    }
}
