package dibs.backend.catalog;

import dibs.backend.policy.Alternative;
import dibs.backend.policy.Clause;
import dibs.backend.policy.Clause.Effect;
import dibs.backend.policy.Condition;
import dibs.backend.policy.Rule;
import dibs.backend.policy.SubjectTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a rule: what it says, why, on what it rests and what it offers instead. */
final class RuleReader {
    private static final String ALLOW_IF = "allow-if";
    private static final String ABSENT = "absent";
    private static final Map<String, Effect> EFFECTS = effects();

    private final PolicyNames names;
    private final ConditionReader conditions;
    private final SubjectTestReader tests;
    private final List<Fault> faults;

    RuleReader(PolicyNames names, List<Fault> faults) {
        this.names = names;
        this.conditions = new ConditionReader(names);
        this.tests = new SubjectTestReader(names);
        this.faults = faults;
    }

    private static Map<String, Effect> effects() {
        Map<String, Effect> effects = new LinkedHashMap<>();
        effects.put("forbid", Effect.FORBID);
        effects.put("allow", Effect.ALLOW);
        effects.put("support", Effect.SUPPORT);
        effects.put("oblige", Effect.OBLIGE);
        effects.put("advise", Effect.ADVISE);
        return effects;
    }

    Rule read(String id, Located entry) {
        Optional<Rule.Engine> engine = text(entry, "engine").flatMap(RuleReader::engine);
        List<Clause> clauses = entry.get("says").stream()
                .flatMap(says -> says.items().stream())
                .flatMap(this::clauses)
                .toList();
        Located says = entry.get("says").orElse(entry);
        boolean silent = entry.get("says").map(Located::items).orElse(List.of()).isEmpty();
        if (entry.value().isObject() && engine.isEmpty() && silent) {
            faults.add(says.fault(id + " says nothing: give it a clause under says:, or switch it off with off: true"));
        } else if (engine.isPresent() && entry.get("says").isPresent()) {
            faults.add(says.fault(id + " is what the engine itself says: remove says: or engine:"));
        }
        return new Rule(
                id,
                text(entry, "title").orElse(id),
                text(entry, "reason").orElse(""),
                citation(entry),
                text(entry, "reading"),
                engine,
                clauses,
                entry.get("alternatives").stream()
                        .flatMap(list -> list.items().stream())
                        .map(this::alternative)
                        .toList());
    }

    private static Optional<Rule.Engine> engine(String spelling) {
        return Stream.of(Rule.Engine.values())
                .filter(engine -> engine.name().toLowerCase(Locale.ROOT).equals(spelling))
                .findFirst();
    }

    private Optional<Rule.Citation> citation(Located entry) {
        Optional<Located> quote = entry.get("quote");
        List<String> missing = Stream.of("source", "link")
                .filter(key -> entry.get(key).isEmpty())
                .toList();
        if (quote.isPresent() && !missing.isEmpty()) {
            faults.add(quote.get()
                    .fault("quote: has no " + String.join(" and no ", missing)
                            + ": say where it stands, with source: (its title) and link: (its address)"));
        } else if (quote.isEmpty()) {
            Stream.of("source", "link")
                    .flatMap(key -> entry.get(key).stream()
                            .map(value -> value.fault(key + ": only goes with quote:, so remove it")))
                    .forEach(faults::add);
        }
        return quote.flatMap(Located::text)
                .map(said -> new Rule.Citation(
                        said.strip(),
                        text(entry, "source").orElse(""),
                        text(entry, "link").orElse("")));
    }

    private Stream<Clause> clauses(Located item) {
        List<String> given = Stream.concat(EFFECTS.keySet().stream(), Stream.of(ABSENT, ALLOW_IF))
                .filter(key -> item.get(key).isPresent())
                .toList();
        if (!item.value().isObject()) {
            return Stream.empty();
        }
        if (given.size() != 1) {
            faults.add(item.fault(
                    given.isEmpty()
                            ? "a clause has one of " + String.join(", ", EFFECTS.keySet())
                                    + ", absent, allow-if, and this one has none"
                            : "a clause says one thing, and this one has " + String.join(" and ", given)
                                    + ": make a clause of each"));
            return Stream.empty();
        }
        List<String> say = Stream.of("say", "because")
                .flatMap(key -> item.get(key).stream())
                .flatMap(Located::words)
                .map(word -> word.text().strip())
                .toList();
        String key = given.getFirst();
        Located value = item.get(key).orElseThrow();
        return effects(item, key, value).map(said -> new Clause(said.effect(), said.when(), say, text(item, "id")));
    }

    /** An effect and when it holds. */
    private record Said(Effect effect, Condition when) {}

    private Stream<Said> effects(Located item, String key, Located value) {
        boolean told = item.get("say").isPresent() || item.get("because").isPresent();
        if (!told && (key.equals("oblige") || key.equals("advise"))) {
            faults.add(item.fault(key + ": needs say:, which is missing: what to see to or to keep in mind"));
        }
        if (!key.equals(ABSENT)) {
            item.get("answer")
                    .ifPresent(answer -> faults.add(answer.fault("answer: only goes with absent:, so remove it")));
        }
        return switch (key) {
            case ALLOW_IF -> {
                Condition when = conditions.read(value.get("when"));
                Condition holds = conditions.read(value.get("if"));
                yield Stream.of(
                        new Said(Effect.ALLOW, new Condition.All(List.of(when, holds))),
                        new Said(Effect.FORBID, new Condition.All(List.of(when, new Condition.Not(holds)))));
            }
            case ABSENT -> Stream.of(new Said(absent(item), conditions.read(value)));
            default -> Stream.of(new Said(EFFECTS.getOrDefault(key, Effect.ADVISE), conditions.read(value)));
        };
    }

    private Effect absent(Located item) {
        Optional<String> answer = text(item, "answer");
        if (answer.isEmpty()) {
            faults.add(item.fault("absent: needs answer:, which is missing: unknown or unsafe"));
        }
        return answer.equals(Optional.of("unsafe")) ? Effect.ABSENT_UNSAFE : Effect.ABSENT_UNKNOWN;
    }

    private Alternative alternative(Located item) {
        boolean named = text(item, "use").equals(Optional.of("true"));
        Optional<Located> find = item.get("find");
        List<String> likeConsumer = names.attributes().checked(item.get("like-consumer"));
        List<String> likeEnvironment = names.attributes().checked(item.get("like-environment"));
        Optional<Alternative.Search> search = find.isPresent() || named
                ? Optional.of(new Alternative.Search(
                        find.map(tests::read).orElseGet(() -> new SubjectTest.All(List.of())),
                        likeConsumer,
                        likeEnvironment,
                        named))
                : Optional.empty();
        String say = text(item, "say").orElse("");
        if (search.isEmpty()) {
            for (String key : List.of("like-consumer", "like-environment", "otherwise")) {
                item.get(key)
                        .ifPresent(value -> faults.add(value.fault(
                                key + ": only goes with find: or use: true, so remove it, or say what to find")));
            }
            if (say.contains("{names}")) {
                faults.add(item.fault("say: has {names}, which stands for what find: finds, and there is no find:"));
            }
        }
        return new Alternative(conditions.read(item.get("when")), search, say, text(item, "otherwise"));
    }

    private static Optional<String> text(Located entry, String key) {
        return entry.get(key).flatMap(Located::text).map(String::strip);
    }
}
