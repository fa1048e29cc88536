package dibs.backend.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ids of the catalog that a policy is for.
 *
 * @param ids of its environments, or nothing where any id will do
 * @param former the new id by the one before
 * @param own the name of the file whose entries have to use the ids of now; others, which came with Dibs, are translated, and may
 *     speak of what this catalog does not have
 */
record KnownIds(Optional<Set<String>> ids, Map<String, String> former, Optional<String> own) {
    /** Any id will do. */
    static final KnownIds ANY = new KnownIds(Optional.empty(), Map.of(), Optional.empty());

    static KnownIds of(Layer catalog, Optional<String> own) {
        Map<String, String> former = new LinkedHashMap<>();
        catalog.environments()
                .values()
                .forEach(entry -> entry.texts("was").forEach(old -> former.put(old, entry.id())));
        return new KnownIds(Optional.of(catalog.environments().keySet()), former, own);
    }

    /** The id of now; one that nothing has becomes a fault. */
    String checked(Located.Word word, List<Fault> faults) {
        String id = word.text();
        if (ids.isEmpty() || ids.get().contains(id)) {
            return id;
        }
        boolean foreign = own.filter(word.place().document().file()::equals).isEmpty();
        if (foreign) {
            return former.getOrDefault(id, id);
        }
        faults.add(word.place()
                .fault(
                        former.containsKey(id)
                                ? id + " is now called " + former.get(id) + ": write that"
                                : id + " is not known; it has to be the id of an environment"
                                        + Suggestion.of(id, ids.get())));
        return id;
    }
}
