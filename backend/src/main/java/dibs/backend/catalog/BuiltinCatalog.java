package dibs.backend.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** The catalog that comes with Dibs. Its files are checked against the schema by the build, so not again at run time. */
public final class BuiltinCatalog {
    /** The schema of dibs.yaml, as a resource. */
    public static final String SCHEMA = "/dibs/dibs.schema.json";

    /** A document for what stands in none. */
    static final Document NOWHERE = new Document("", JsonNodeFactory.instance.objectNode(), Map.of());

    private static final String FOLDER = "/dibs/catalog/";

    private BuiltinCatalog() {}

    /** The names of its files, in the order in which lists show what they hold. */
    public static List<String> files() {
        return List.of(
                "base.yaml",
                "services.yaml",
                "sets.yaml",
                "pools.yaml",
                "trees.yaml",
                "roles.yaml",
                "retired.yaml",
                "edges.yaml");
    }

    /** The files, parsed; each is the content of a section {@code catalog:}. */
    static List<Document> documents() {
        List<Fault> faults = Collections.synchronizedList(new ArrayList<>());
        // Reading is most of a cold start's work with the catalog, and the files do not wait for each other.
        List<Document> documents = files().parallelStream()
                .flatMap(file -> YamlReader.read(file, text(FOLDER + file), faults).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the built-in catalog is broken: " + faults);
        }
        return documents;
    }

    /** The text of a resource that the build has put there. */
    static String text(String resource) {
        try (InputStream stream = BuiltinCatalog.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the build has left out " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
