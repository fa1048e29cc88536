package dibs.backend.catalog;

import dibs.backend.policy.Condition;
import dibs.backend.policy.SubjectTest;
import java.util.List;
import java.util.Optional;

/** Reads in which questions something holds. */
final class ConditionReader {
    /** Keys of a condition that are no facts. */
    static final List<String> WORDS = List.of(
            "consumer",
            "environment",
            "purpose",
            "testing",
            "given",
            "in",
            "wired",
            "wired-from",
            "indirect",
            "severed",
            "reaches",
            "permitted-by",
            "any",
            "all",
            "not");

    private final PolicyNames names;
    private final SubjectTestReader tests;

    ConditionReader(PolicyNames names) {
        this.names = names;
        this.tests = new SubjectTestReader(names);
    }

    /** Always, where there is none. */
    Condition read(Optional<Located> value) {
        return value.map(this::read).orElse(Condition.ALWAYS);
    }

    Condition read(Located value) {
        List<Condition> parts = value.pairs().stream().map(this::part).toList();
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Condition part(Located.Pair pair) {
        Located value = pair.value();
        return switch (pair.key()) {
            case "consumer" -> new Condition.Consumer(tests.read(value));
            case "environment" -> new Condition.TheEnvironment(tests.read(value));
            case "purpose" -> new Condition.ForPurpose(names.purposes(value));
            case "testing" -> unless(value, new Condition.Testing());
            case "indirect" -> unless(value, new Condition.Indirect());
            case "severed" -> unless(value, new Condition.Severed());
            case "reaches" -> new Condition.Reaches(tests.read(value));
            case "given" -> all(value.pairs().stream().map(this::given).toList());
            case "in" ->
                all(names.entries(value, PolicySection.SITUATIONS).stream()
                        .<Condition>map(Condition.In::new)
                        .toList());
            case "wired" -> new Condition.Wired(names.sorts(Optional.of(value)));
            case "wired-from" ->
                new Condition.WiredFrom(
                        value.get("from").map(tests::read).orElseGet(() -> new SubjectTest.All(List.of())),
                        names.sorts(value.get("by")));
            case "permitted-by" -> new Condition.PermittedBy(names.permitting(value));
            case "any" ->
                new Condition.Any(value.items().stream().map(this::read).toList());
            case "all" ->
                new Condition.All(value.items().stream().map(this::read).toList());
            case "not" -> new Condition.Not(read(value));
            default -> {
                String fact = names.conditionKey(new Located.Word(pair.key(), value.place()), WORDS);
                yield new Condition.Fact(fact, names.values(fact, value));
            }
        };
    }

    private Condition given(Located.Pair pair) {
        String fact = names.fact(new Located.Word(pair.key(), pair.value().place()));
        boolean any = pair.value().words().map(Located.Word::text).toList().equals(List.of("*"));
        return new Condition.Given(fact, any ? List.of("*") : names.values(fact, pair.value()));
    }

    private static Condition unless(Located value, Condition condition) {
        return value.text().filter("false"::equals).isPresent() ? new Condition.Not(condition) : condition;
    }

    private static Condition all(List<Condition> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }
}
