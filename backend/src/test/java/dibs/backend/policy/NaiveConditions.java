package dibs.backend.policy;

import dibs.backend.environment.Edge;
import dibs.backend.environment.EnvironmentId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What conditions come to for {@link NaiveRules}: each part is looked at anew, and gives the set of what may be so. */
record NaiveConditions(
        Policy policy, World world, Question question, Subject consumer, Map<String, List<String>> presumed) {
    private static final Set<Boolean> BOTH = Set.of(true, false);

    Set<Boolean> truth(Condition condition) {
        return switch (condition) {
            case Condition.Consumer it -> is(consumer, it.test());
            case Condition.TheEnvironment it -> is(environment(), it.test());
            case Condition.Fact it -> fact(it.name(), it.values());
            case Condition.Given it -> Set.of(given(it.name(), it.values()));
            case Condition.ForPurpose it -> purposes(purpose -> fits(purpose, it.patterns()));
            case Condition.Testing ignored -> purposes(purpose -> Set.of(tests(purpose.id())));
            case Condition.In it ->
                truth(policy.situations().getOrDefault(it.situation(), new Condition.Any(List.of())));
            case Condition.Wired it ->
                Set.of(world.edges().all().stream()
                        .anyMatch(edge -> edge.from().equals(consumer.id()) && into(edge, it.sorts())));
            case Condition.WiredFrom it -> {
                Set<EnvironmentId> from = members(it.from());
                yield Set.of(world.edges().all().stream()
                        .anyMatch(edge -> from.contains(edge.from()) && into(edge, it.sorts())));
            }
            case Condition.Indirect ignored -> Set.of(!question.via().isEmpty());
            case Condition.Severed ignored -> Set.of(severed());
            case Condition.Reaches it -> Set.of(reaches(it.test()));
            case Condition.PermittedBy it ->
                it.rules().stream()
                        .flatMap(id -> policy.rule(id).stream())
                        .flatMap(rule -> rule.clauses().stream())
                        .filter(clause -> clause.effect() == Clause.Effect.ALLOW)
                        .map(clause -> truth(clause.when()))
                        .reduce(Set.of(false), NaiveConditions::or);
            case Condition.All it ->
                not(it.parts().stream().map(part -> not(truth(part))).reduce(Set.of(false), NaiveConditions::or));
            case Condition.Any it -> it.parts().stream().map(this::truth).reduce(Set.of(false), NaiveConditions::or);
            case Condition.Not it -> not(truth(it.part()));
        };
    }

    private static Set<Boolean> or(Set<Boolean> one, Set<Boolean> other) {
        Set<Boolean> either = new HashSet<>();
        one.forEach(a -> other.forEach(b -> either.add(a || b)));
        return either;
    }

    private static Set<Boolean> not(Set<Boolean> truth) {
        Set<Boolean> turned = new HashSet<>();
        truth.forEach(so -> turned.add(!so));
        return turned;
    }

    private Subject environment() {
        return question.environment().orElseThrow();
    }

    private Set<Boolean> is(Subject subject, SubjectTest test) {
        return switch (test) {
            case SubjectTest.Is it ->
                it.classes().stream()
                        .map(name -> is(subject, policy.classes().getOrDefault(name, new SubjectTest.Any(List.of()))))
                        .reduce(Set.of(false), NaiveConditions::or);
            case SubjectTest.Has it -> {
                List<String> open = subject.open().get(it.attribute());
                Set<Boolean> may = new HashSet<>();
                if (open == null) {
                    may.add(subject.values(it.attribute()).stream().anyMatch(it.values()::contains));
                } else {
                    open.forEach(value -> may.add(it.values().contains(value)));
                }
                yield may;
            }
            case SubjectTest.HasAny it ->
                Set.of(!subject.values(it.attribute()).isEmpty()
                        || subject.open().containsKey(it.attribute()));
            case SubjectTest.All it ->
                not(it.parts().stream().map(part -> not(is(subject, part))).reduce(Set.of(false), NaiveConditions::or));
            case SubjectTest.Any it ->
                it.parts().stream().map(part -> is(subject, part)).reduce(Set.of(false), NaiveConditions::or);
            case SubjectTest.Not it -> not(is(subject, it.part()));
        };
    }

    /** What may be so of the fact: what is presumed before what is told, and of the access what may be implied. */
    Optional<List<String>> values(String name) {
        if (presumed.containsKey(name)) {
            return Optional.of(presumed.get(name));
        }
        if (question.told().containsKey(name)) {
            return Optional.of(question.told().get(name));
        }
        return name.equals("access")
                ? Optional.of(policy.vocabulary().accesses().values().stream()
                        .filter(Vocabulary.Access::implied)
                        .map(Vocabulary.Access::id)
                        .toList())
                : Optional.empty();
    }

    private Set<Boolean> fact(String name, List<String> asked) {
        Set<Boolean> may = new HashSet<>();
        values(name)
                .ifPresent(values -> values.forEach(value -> may.add(asked.contains("*") || asked.contains(value))));
        return may.isEmpty() ? BOTH : may;
    }

    private boolean given(String name, List<String> asked) {
        List<String> told = question.told().getOrDefault(name, List.of());
        return !told.isEmpty() && told.stream().allMatch(value -> asked.contains("*") || asked.contains(value));
    }

    private Set<Boolean> purposes(Function<Purpose, Set<Boolean>> each) {
        Set<Boolean> may = new HashSet<>();
        values("purpose").ifPresent(all -> all.forEach(text -> may.addAll(each.apply(Purpose.of(text)))));
        return may.isEmpty() ? BOTH : may;
    }

    private Set<Boolean> fits(Purpose purpose, List<PurposePattern> patterns) {
        return patterns.stream().map(pattern -> fits(purpose, pattern)).reduce(Set.of(false), NaiveConditions::or);
    }

    private Set<Boolean> fits(Purpose purpose, PurposePattern pattern) {
        Vocabulary.PurposeKind kind = kind(purpose.id());
        if (!purpose.id().equals(pattern.purpose())) {
            return kind.wide() && tests(pattern.purpose()) ? BOTH : Set.of(false);
        }
        if (pattern.subject().isEmpty() || pattern.subject().equals(purpose.subject())) {
            return Set.of(true);
        }
        if (purpose.subject().isPresent()) {
            return Set.of(false);
        }
        List<String> own = new ArrayList<>();
        kind.about().forEach(about -> own.addAll(consumer.values(about)));
        return own.isEmpty() ? BOTH : Set.of(own.contains(pattern.subject().get()));
    }

    private boolean tests(String purpose) {
        return kind(purpose).testing();
    }

    private Vocabulary.PurposeKind kind(String purpose) {
        return Objects.requireNonNull(policy.vocabulary().purposes().get(purpose));
    }

    private boolean into(Edge edge, Set<Edge.Sort> sorts) {
        return edge.to().equals(environment().id()) && sorts.contains(edge.sort());
    }

    private Set<EnvironmentId> members(SubjectTest test) {
        Set<EnvironmentId> members = new HashSet<>();
        world.subjects().forEach((id, subject) -> {
            if (is(subject, test).equals(Set.of(true))) {
                members.add(id);
            }
        });
        return members;
    }

    /** One link after the other, until nothing is added; what is gone leads nowhere. */
    private boolean reaches(SubjectTest test) {
        Set<EnvironmentId> targets = members(test);
        Predicate<Edge> leads = edge -> edge.sort() != Edge.Sort.COPIES_TO
                && edge.evidence() != Edge.Evidence.PERMITTED
                && world.subjects().containsKey(edge.from())
                && world.subjects().containsKey(edge.to());
        Set<EnvironmentId> leading = new HashSet<>();
        int before = -1;
        while (leading.size() > before) {
            before = leading.size();
            world.edges().all().stream()
                    .filter(leads)
                    .filter(edge -> targets.contains(edge.to()) || leading.contains(edge.to()))
                    .forEach(edge -> leading.add(edge.from()));
        }
        return leading.contains(environment().id())
                && !targets.contains(environment().id());
    }

    /** Whether some link of the way is known as a copy and as nothing else. */
    private boolean severed() {
        List<String> stations = new ArrayList<>(List.of(consumer.id().value()));
        stations.addAll(question.via());
        stations.add(environment().id().value());
        boolean severed = false;
        for (int at = 1; at < stations.size() && !question.via().isEmpty(); at++) {
            String from = stations.get(at - 1);
            String to = stations.get(at);
            List<Edge.Sort> links = world.edges().all().stream()
                    .filter(edge -> edge.from().value().equals(from)
                            && edge.to().value().equals(to))
                    .map(Edge::sort)
                    .distinct()
                    .toList();
            severed |= links.equals(List.of(Edge.Sort.COPIES_TO));
        }
        return severed;
    }
}
