package dibs.backend.policy;

import dibs.backend.environment.Edge;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.SubjectClasses.Classified;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Weighs conditions for one consumer and one environment, by Kleene's logic: what is not known leaves open. */
final class Weighing {
    private static final String ANY_VALUE = "*";

    private final Rulebook book;
    private final Classified consumer;
    private final Classified environment;
    private final Way way;

    /** @param way what lies between */
    Weighing(Rulebook book, Classified consumer, Classified environment, Way way) {
        this.book = book;
        this.consumer = consumer;
        this.environment = environment;
        this.way = way;
    }

    /**
     * How the question gets from the consumer to the environment.
     *
     * @param indirect whether something lies between
     * @param severed whether a link of it is only a copy
     */
    record Way(boolean indirect, boolean severed) {}

    Subject consumer() {
        return consumer.subject();
    }

    Subject environment() {
        return environment.subject();
    }

    /** The same with the consumer as it is once one of its open attributes is settled. */
    Weighing settling(String attribute, String value) {
        Classified settled = book.classify(consumer.subject().with(attribute, value));
        return new Weighing(book, settled, environment, way);
    }

    /** Whether the condition holds. */
    Truth truth(Condition condition, Facts facts) {
        return switch (condition) {
            case Condition.All all -> all(all.parts(), facts);
            case Condition.Any any -> any(any.parts(), facts);
            case Condition.Not not -> truth(not.part(), facts).not();
            case Condition.Consumer test -> consumer.is(test.test());
            case Condition.TheEnvironment test -> environment.is(test.test());
            case Condition.Fact fact -> fact(fact.name(), fact.values(), facts);
            case Condition.Given given -> given(given.name(), given.values(), facts);
            case Condition.ForPurpose purpose -> purpose(purpose.patterns(), facts);
            case Condition.Testing ignored -> testing(facts);
            case Condition.In in -> {
                Condition named = book.policy().situations().get(in.situation());
                yield named == null ? Truth.FALSE : truth(named, facts);
            }
            case Condition.Wired wired -> Truth.of(wired(wired.sorts()));
            case Condition.WiredFrom wired ->
                Truth.of(book.wiredFrom(wired, environment.subject().id()));
            case Condition.Indirect ignored -> Truth.of(way.indirect());
            case Condition.Severed ignored -> Truth.of(way.severed());
            case Condition.Reaches reaches ->
                Truth.of(book.reach(reaches.test()).from(environment.subject().id()));
            case Condition.PermittedBy permitted -> permitted(permitted.rules(), facts);
        };
    }

    private Truth all(List<Condition> parts, Facts facts) {
        Truth every = Truth.TRUE;
        for (Condition part : parts) {
            every = every.and(truth(part, facts));
            if (every == Truth.FALSE) {
                return every;
            }
        }
        return every;
    }

    private Truth any(List<Condition> parts, Facts facts) {
        Truth some = Truth.FALSE;
        for (Condition part : parts) {
            some = some.or(truth(part, facts));
            if (some == Truth.TRUE) {
                return some;
            }
        }
        return some;
    }

    /** A question that tells no access means one of those that the policy lets it imply. */
    private Truth fact(String name, List<String> values, Facts facts) {
        Optional<List<String>> possible = facts.possible(name);
        if (possible.isEmpty() && !facts.blank() && name.equals(Vocabulary.ACCESS)) {
            possible = Optional.of(book.implied());
        }
        if (possible.isEmpty() || possible.get().isEmpty()) {
            return Truth.OPEN;
        }
        if (values.contains(ANY_VALUE)) {
            return Truth.TRUE;
        }
        int fitting = 0;
        for (String value : possible.get()) {
            fitting += values.contains(value) ? 1 : 0;
        }
        return part(fitting, possible.get().size());
    }

    private static Truth given(String name, List<String> values, Facts facts) {
        if (facts.blank()) {
            return Truth.OPEN;
        }
        List<String> told = facts.told().getOrDefault(name, List.of());
        return Truth.of(!told.isEmpty() && (values.contains(ANY_VALUE) || values.containsAll(told)));
    }

    private Truth purpose(List<PurposePattern> patterns, Facts facts) {
        Optional<List<String>> possible = facts.possible(Vocabulary.PURPOSE);
        if (possible.isEmpty()) {
            return Truth.OPEN;
        }
        boolean some = false;
        boolean every = true;
        for (String text : possible.get()) {
            Truth fits = purpose(patterns, Purpose.of(text));
            some |= fits != Truth.FALSE;
            every &= fits == Truth.TRUE;
        }
        return every ? Truth.TRUE : some ? Truth.OPEN : Truth.FALSE;
    }

    private Truth purpose(List<PurposePattern> patterns, Purpose purpose) {
        Truth fits = Truth.FALSE;
        for (PurposePattern pattern : patterns) {
            fits = fits.or(purpose(pattern, purpose));
        }
        return fits;
    }

    /** A wide purpose may be any testing one; a purpose without its subject may be about any. */
    private Truth purpose(PurposePattern pattern, Purpose purpose) {
        if (pattern.purpose().equals(purpose.id())) {
            if (pattern.subject().isEmpty() || pattern.subject().equals(purpose.subject())) {
                return Truth.TRUE;
            }
            return purpose.subject().isEmpty() ? about(pattern, purpose) : Truth.FALSE;
        }
        return kind(purpose.id()).filter(Vocabulary.PurposeKind::wide).isPresent() && tests(pattern.purpose())
                ? Truth.OPEN
                : Truth.FALSE;
    }

    /** What a purpose without a subject is about is what the consumer is part of, where the catalog tells that. */
    private Truth about(PurposePattern pattern, Purpose purpose) {
        List<String> attributes = book.policy().vocabulary().about(purpose.id());
        boolean told = attributes.stream()
                .anyMatch(it -> consumer.subject().attributes().containsKey(it));
        if (!told) {
            return Truth.OPEN;
        }
        return Truth.of(attributes.stream()
                .anyMatch(it ->
                        consumer.subject().values(it).contains(pattern.subject().orElse(""))));
    }

    private Truth testing(Facts facts) {
        Optional<List<String>> possible = facts.possible(Vocabulary.PURPOSE);
        if (possible.isEmpty()) {
            return Truth.OPEN;
        }
        int testing = 0;
        for (String text : possible.get()) {
            testing += tests(Purpose.of(text).id()) ? 1 : 0;
        }
        return part(testing, possible.get().size());
    }

    private boolean tests(String purpose) {
        return kind(purpose).filter(Vocabulary.PurposeKind::testing).isPresent();
    }

    private Optional<Vocabulary.PurposeKind> kind(String purpose) {
        return Optional.ofNullable(book.policy().vocabulary().purposes().get(purpose));
    }

    private static Truth part(int fitting, int all) {
        if (fitting == 0) {
            return Truth.FALSE;
        }
        return fitting == all ? Truth.TRUE : Truth.OPEN;
    }

    private boolean wired(Set<Edge.Sort> sorts) {
        EnvironmentId to = environment.subject().id();
        return book.world().edges().from(consumer.subject().id()).stream()
                .anyMatch(edge -> edge.to().equals(to) && sorts.contains(edge.sort()));
    }

    private Truth permitted(List<String> rules, Facts facts) {
        Truth some = Truth.FALSE;
        for (String id : rules) {
            Rule rule = book.policy().rules().get(id);
            if (rule != null) {
                for (Clause clause : rule.clauses()) {
                    if (clause.effect() == Clause.Effect.ALLOW) {
                        some = some.or(truth(clause.when(), facts));
                    }
                }
            }
        }
        return some;
    }
}
