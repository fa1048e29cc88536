package dibs.backend.catalog;

import dibs.backend.policy.SubjectTest;
import java.util.List;

/** Reads what a consumer or an environment has to be: classes by name, or attributes and their values. */
final class SubjectTestReader {
    /** Keys of a test that are no attributes. */
    static final List<String> WORDS = List.of("is", "any", "all", "not", "has");

    private final PolicyNames names;

    SubjectTestReader(PolicyNames names) {
        this.names = names;
    }

    SubjectTest read(Located value) {
        if (value.value().isString() || value.value().isArray()) {
            return new SubjectTest.Is(names.entries(value, PolicySection.CLASSES));
        }
        List<SubjectTest> parts = value.pairs().stream().map(this::part).toList();
        return all(parts);
    }

    private static SubjectTest all(List<SubjectTest> parts) {
        return parts.size() == 1 ? parts.getFirst() : new SubjectTest.All(parts);
    }

    private SubjectTest part(Located.Pair pair) {
        Located value = pair.value();
        return switch (pair.key()) {
            case "is" -> new SubjectTest.Is(names.entries(value, PolicySection.CLASSES));
            case "any" -> new SubjectTest.Any(tests(value));
            case "all" -> new SubjectTest.All(tests(value));
            case "not" -> new SubjectTest.Not(read(value));
            case "has" ->
                all(value.words()
                        .map(names.attributes()::checked)
                        .<SubjectTest>map(SubjectTest.HasAny::new)
                        .toList());
            default -> {
                String attribute = names.attributes().checked(new Located.Word(pair.key(), value.place()));
                yield new SubjectTest.Has(attribute, names.attributes().values(attribute, value));
            }
        };
    }

    private List<SubjectTest> tests(Located list) {
        return list.items().stream().map(this::read).toList();
    }
}
