package dibs.backend.catalog;

import dibs.backend.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads policies: the one that comes with Dibs, and what a file lays over it. */
public final class PolicyLoader {
    /** With a slash, so that no file that somebody names is taken for one of these. */
    private static final String FOLDER = "dibs/policy/";

    private PolicyLoader() {}

    /** The names of the built-in files, in the order in which answers keep what they hold. */
    public static List<String> files() {
        return List.of("vocabulary.yaml", "rules.yaml");
    }

    /** The policy that comes with Dibs. */
    public static Policy builtin() {
        List<Fault> faults = new ArrayList<>();
        Policy policy = builtin(CatalogNames.ANY, faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the built-in policy is broken: " + faults);
        }
        return policy;
    }

    /** The same, its names held against a catalog. */
    static Policy builtin(CatalogNames catalog, List<Fault> faults) {
        return PolicyReader.read(builtinLayer(faults), catalog, faults);
    }

    /**
     * What a text says that is the content of a section {@code policy:}, over what is built in. Ids are not looked up:
     * there is no catalog.
     *
     * @param file the name that faults give
     */
    public static PolicyResult parse(String file, String text) {
        List<Fault> faults = new ArrayList<>();
        Optional<Document> document = YamlReader.read(file, text, faults);
        Optional<Located> section = document.map(read -> new Located(read.root(), read.at("")));
        document.ifPresent(read -> new SchemaCheck().checkPolicy(read, faults));
        Policy policy = read(section, CatalogNames.ANY, faults);
        return faults.isEmpty() ? new PolicyResult.Loaded(policy) : new PolicyResult.Faulty(faults);
    }

    /** What a section says over what is built in; it only counts where no fault was added. */
    static Policy read(Optional<Located> section, CatalogNames catalog, List<Fault> faults) {
        PolicyLayer base = startsFromNothing(section) ? PolicyLayer.EMPTY : builtinLayer(faults);
        PolicyLayer over = PolicyLayer.of(section.stream().toList(), faults);
        if ((!over.isEmpty() || startsFromNothing(section)) && over.revision().isEmpty()) {
            section.ifPresent(changed -> faults.add(changed.fault(
                    "the policy needs revision: {by: …, why: …}, which is missing: who changed it and what" + " for")));
        }
        return PolicyReader.read(base.under(over, faults), catalog, faults);
    }

    private static boolean startsFromNothing(Optional<Located> section) {
        return section.flatMap(value -> value.get("base"))
                .flatMap(Located::text)
                .filter("none"::equals)
                .isPresent();
    }

    private static PolicyLayer builtinLayer(List<Fault> faults) {
        return PolicyLayer.of(
                documents().stream()
                        .map(file -> new Located(file.root(), file.at("")))
                        .toList(),
                faults);
    }

    /** The built-in files, parsed; each is the content of a section {@code policy:}. */
    static List<Document> documents() {
        List<Fault> faults = new ArrayList<>();
        List<Document> documents = files().stream()
                .filter(file -> PolicyLoader.class.getResource("/" + FOLDER + file) != null)
                .flatMap(file ->
                        YamlReader.read(FOLDER + file, BuiltinCatalog.text("/" + FOLDER + file), faults).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the built-in policy is broken: " + faults);
        }
        return documents;
    }
}
