package dibs.backend.environment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What differs between two catalogs. Each environment is in one list at most: what is renamed or newly retired is not
 * also listed as changed.
 *
 * @param renamed from the old id to the new one
 * @param removed ids that nothing follows
 * @param newEdges edges that are there now and were not, or were otherwise; a rename alone makes none
 * @param goneEdges edges that were there, the ends under their new ids
 */
public record CatalogChange(
        List<EnvironmentId> added,
        List<EnvironmentId> changed,
        List<EnvironmentId> retired,
        Map<EnvironmentId, EnvironmentId> renamed,
        List<EnvironmentId> removed,
        List<Edge> newEdges,
        List<Edge> goneEdges) {
    public CatalogChange {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        retired = List.copyOf(retired);
        renamed = Collections.unmodifiableMap(new LinkedHashMap<>(renamed));
        removed = List.copyOf(removed);
        newEdges = List.copyOf(newEdges);
        goneEdges = List.copyOf(goneEdges);
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
        List<Edge> followed = before.edges().all().stream()
                .map(edge -> renamed(edge, renamed))
                .toList();
        return new CatalogChange(
                added,
                changed,
                retired,
                renamed,
                removed,
                without(after.edges().all(), followed),
                without(followed, after.edges().all()));
    }

    /** The edge under the new ids of its ends. */
    private static Edge renamed(Edge edge, Map<EnvironmentId, EnvironmentId> renames) {
        return new Edge(
                renames.getOrDefault(edge.from(), edge.from()),
                renames.getOrDefault(edge.to(), edge.to()),
                edge.sort(),
                edge.evidence(),
                edge.note(),
                edge.sources());
    }

    private static List<Edge> without(List<Edge> edges, List<Edge> others) {
        Set<Edge> known = new HashSet<>(others);
        return edges.stream().filter(edge -> !known.contains(edge)).toList();
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return added.isEmpty()
                && changed.isEmpty()
                && retired.isEmpty()
                && renamed.isEmpty()
                && removed.isEmpty()
                && newEdges.isEmpty()
                && goneEdges.isEmpty();
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
        count("added", newEdges, words);
        count("removed", goneEdges, words);
        return words.toString();
    }

    private static void count(String verb, List<Edge> edges, StringJoiner words) {
        if (!edges.isEmpty()) {
            words.add(verb + " " + edges.size() + (edges.size() == 1 ? " edge" : " edges"));
        }
    }

    private static void list(String verb, List<EnvironmentId> ids, StringJoiner words) {
        if (!ids.isEmpty()) {
            words.add(verb + " "
                    + String.join(", ", ids.stream().map(EnvironmentId::value).toList()));
        }
    }
}
