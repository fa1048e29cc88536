package dibs.backend.catalog;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Holds a document against the schema of dibs.yaml; what differs becomes a sentence, one fault a place. */
final class SchemaCheck {
    private static final String ID = "https://dibs.example/dibs.schema.json";

    private final SchemaRegistry registry;
    private final SchemaWording wording;

    SchemaCheck() {
        String schema = BuiltinCatalog.text(BuiltinCatalog.SCHEMA);
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, schema)));
        wording = new SchemaWording(JsonMapper.shared().readTree(schema));
    }

    /** Checks a whole dibs.yaml. */
    void check(Document document, List<Fault> faults) {
        check(document, "", faults);
    }

    /** Checks the content of a section {@code catalog:}, which is what the built-in files are. */
    void checkCatalog(Document document, List<Fault> faults) {
        check(document, "#/$defs/catalog", faults);
    }

    /** Checks the content of a section {@code policy:}, which is what the built-in files of the policy are. */
    void checkPolicy(Document document, List<Fault> faults) {
        check(document, "#/$defs/policy", faults);
    }

    private void check(Document document, String fragment, List<Fault> faults) {
        Schema schema = registry.getSchema(SchemaLocation.of(ID + fragment));
        TreeMap<String, List<Error>> places = new TreeMap<>();
        for (Error error : schema.validate(document.root())) {
            String pointer = SchemaWording.pointer(error.getInstanceLocation());
            places.computeIfAbsent(pointer, place -> new ArrayList<>()).add(error);
        }
        places.forEach((pointer, errors) -> {
            // Where a value may have several forms, each form reports what it misses: one sentence stands for them
            // all, and none is needed where a fault deeper down says it better.
            List<Error> forms = errors.stream().filter(SchemaCheck::isForm).toList();
            boolean deeper = places.tailMap(pointer + "/").keySet().stream()
                    .findFirst()
                    .filter(next -> next.startsWith(pointer + "/"))
                    .isPresent();
            if (!forms.isEmpty() && !deeper) {
                faults.add(document.at(pointer).fault(wording.forms(pointer, forms)));
            }
            errors.stream().filter(error -> !isForm(error)).forEach(error -> {
                String place = wording.place(pointer, error);
                faults.add(document.at(place).fault(wording.sentence(pointer, error)));
            });
        });
    }

    /** Whether the error is about one of several forms, or about there being no form that fits. */
    private static boolean isForm(Error error) {
        NodePath path = error.getEvaluationPath();
        int last = path.getNameCount() - 1;
        for (int index = last; index >= Math.max(0, last - 3); index--) {
            String name = path.getName(index);
            if (name.equals("oneOf") || name.equals("anyOf")) {
                return true;
            }
            if (name.equals("properties") || name.equals("items") || name.equals("additionalProperties")) {
                return false;
            }
        }
        return false;
    }
}
