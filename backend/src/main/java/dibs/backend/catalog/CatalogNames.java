package dibs.backend.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of the catalog that a policy is for.
 *
 * @param catalog nothing where any name will do
 * @param own the name of the file whose entries have to use names that there are; others, which came with Dibs, may
 *     speak of what this catalog does not have, and their ids follow renames
 */
record CatalogNames(Optional<Layer> catalog, Optional<String> own) {
    /** Any name will do. */
    static final CatalogNames ANY = new CatalogNames(Optional.empty(), Optional.empty());

    /** The attributes whose values are names that the catalog alone knows. */
    private static final Set<String> NAMES = Set.of("service", "script", "label");

    /** The id of now; one that nothing has becomes a fault. */
    String id(Located.Word word, List<Fault> faults) {
        String id = word.text();
        if (catalog.isEmpty() || catalog.get().environments().containsKey(id)) {
            return id;
        }
        Optional<String> now = catalog.get().environments().values().stream()
                .filter(entry -> entry.texts("was").contains(id))
                .map(Entry::id)
                .findFirst();
        if (!isOwn(word)) {
            return now.orElse(id);
        }
        faults.add(word.place()
                .fault(now.map(present -> id + " is now called " + present + ": write that")
                        .orElseGet(() -> id + " is not known; it has to be the id of an environment"
                                + Suggestion.of(id, catalog.get().environments().keySet()))));
        return id;
    }

    /** Adds a fault where none of these attributes has that value in the catalog. */
    void value(List<String> attributes, Located.Word word, List<Fault> faults) {
        if (catalog.isEmpty() || attributes.isEmpty() || !NAMES.containsAll(attributes) || !isOwn(word)) {
            return;
        }
        Set<String> known = attributes.stream()
                .flatMap(attribute -> values(catalog.get(), attribute))
                .collect(Collectors.toSet());
        if (!known.contains(word.text())) {
            faults.add(word.place()
                    .fault(String.join(" or ", attributes) + ": " + word.text() + " is nowhere in the catalog"
                            + Suggestion.of(word.text(), known)));
        }
    }

    private static Stream<String> values(Layer catalog, String attribute) {
        if (attribute.equals("service")) {
            return catalog.services().keySet().stream();
        }
        String key = attribute.equals("label") ? "labels" : attribute;
        return catalog.environments().values().stream().flatMap(entry -> entry.texts(key).stream());
    }

    private boolean isOwn(Located.Word word) {
        return own.filter(word.place().document().file()::equals).isPresent();
    }
}
