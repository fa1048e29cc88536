package dibs.backend.environment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What differs between two catalogs. Each environment is in one list at most: what is renamed or newly retired is not
 * also listed as changed.
 *
 * @param renamed from the old id to the new one
 * @param removed ids that nothing follows
 */
public record CatalogChange(
        List<EnvironmentId> added,
        List<EnvironmentId> changed,
        List<EnvironmentId> retired,
        Map<EnvironmentId, EnvironmentId> renamed,
        List<EnvironmentId> removed) {
    public CatalogChange {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        retired = List.copyOf(retired);
        renamed = Collections.unmodifiableMap(new LinkedHashMap<>(renamed));
        removed = List.copyOf(removed);
    }

    /** What leads from the old catalog to the new one. */
    public static CatalogChange between(Catalog before, Catalog after) {
        Map<EnvironmentId, EnvironmentId> followers = new HashMap<>();
        after.environments()
                .forEach(environment ->
                        environment.naming().formerIds().forEach(old -> followers.put(old, environment.id())));
        List<EnvironmentId> changed = new ArrayList<>();
        List<EnvironmentId> retired = new ArrayList<>();
        List<EnvironmentId> removed = new ArrayList<>();
        Map<EnvironmentId, EnvironmentId> renamed = new LinkedHashMap<>();
        for (Environment old : before.environments()) {
            Optional<Environment> now = after.listed(old.id());
            if (now.isEmpty()) {
                Optional.ofNullable(followers.get(old.id()))
                        .ifPresentOrElse(follower -> renamed.put(old.id(), follower), () -> removed.add(old.id()));
            } else if (old.retired().isEmpty() && now.get().retired().isPresent()) {
                retired.add(old.id());
            } else if (!now.get().equals(old)) {
                changed.add(old.id());
            }
        }
        List<EnvironmentId> added = after.environments().stream()
                .map(Environment::id)
                .filter(id -> before.listed(id).isEmpty() && !renamed.containsValue(id))
                .toList();
        return new CatalogChange(added, changed, retired, renamed, removed);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && retired.isEmpty() && renamed.isEmpty() && removed.isEmpty();
    }

    /** The change in words, such as {@code added demo; renamed dev-x to dev-y}. */
    public String summary() {
        StringJoiner words = new StringJoiner("; ");
        words.setEmptyValue("nothing changed");
        list("added", added, words);
        list("changed", changed, words);
        list("retired", retired, words);
        renamed.forEach((from, to) -> words.add("renamed " + from + " to " + to));
        list("removed", removed, words);
        return words.toString();
    }

    private static void list(String verb, List<EnvironmentId> ids, StringJoiner words) {
        if (!ids.isEmpty()) {
            words.add(verb + " "
                    + String.join(", ", ids.stream().map(EnvironmentId::value).toList()));
        }
    }
}
