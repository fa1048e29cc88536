package dibs.backend.policy;

import dibs.backend.environment.Edge;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.SubjectClasses.Classified;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A policy with everything that it is asked about, indexed once for every question. Safe for many threads. */
final class Rulebook {
    private final Policy policy;
    private final World world;
    private final SubjectClasses classes;
    private final Map<EnvironmentId, Classified> classified = new LinkedHashMap<>();
    private final Map<SubjectTest, Reach> reaches = new HashMap<>();
    private final Map<Condition.WiredFrom, Set<EnvironmentId>> wired = new HashMap<>();
    private final SubjectIndex index;
    private final List<Candidate> clauses;
    private final List<String> implied;

    Rulebook(Policy policy, World world) {
        this.policy = policy;
        this.world = world;
        this.classes = new SubjectClasses(policy.classes());
        world.subjects().forEach((id, subject) -> classified.put(id, classes.classify(subject)));
        this.clauses = policy.rules().values().stream()
                .flatMap(rule -> rule.clauses().stream().map(clause -> Candidate.of(rule, clause, policy)))
                .toList();
        this.implied = policy.vocabulary().accesses().values().stream()
                .filter(Vocabulary.Access::implied)
                .map(Vocabulary.Access::id)
                .toList();
        this.index = new SubjectIndex(policy, classified.values());
        Conditions.parts(policy).forEach(this::prepare);
    }

    private void prepare(Condition condition) {
        switch (condition) {
            case Condition.Reaches reaches ->
                this.reaches.computeIfAbsent(reaches.test(), test -> new Reach(world, membersOf(test)));
            case Condition.WiredFrom wired -> this.wired.computeIfAbsent(wired, this::usedBy);
            default -> {}
        }
    }

    private Set<EnvironmentId> usedBy(Condition.WiredFrom condition) {
        Set<EnvironmentId> users = membersOf(condition.from());
        return world.edges().all().stream()
                .filter(edge -> condition.sorts().contains(edge.sort()) && users.contains(edge.from()))
                .map(Edge::to)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<EnvironmentId> membersOf(SubjectTest test) {
        Set<EnvironmentId> found = new LinkedHashSet<>();
        classified.forEach((id, subject) -> {
            if (subject.is(test) == Truth.TRUE) {
                found.add(id);
            }
        });
        return found;
    }

    Policy policy() {
        return policy;
    }

    World world() {
        return world;
    }

    /** The accesses that a question may mean that tells none. */
    List<String> implied() {
        return implied;
    }

    /** Every clause with its rule, in the policy's order. */
    List<Candidate> clauses() {
        return clauses;
    }

    /** The subject with its classes; what is in the catalog as it stands there is looked up. */
    Classified classify(Subject subject) {
        Classified known = classified.get(subject.id());
        return known != null && known.subject().equals(subject) ? known : classes.classify(subject);
    }

    /** Finds what alternatives name. */
    SubjectIndex index() {
        return index;
    }

    /** What leads to things that are so; they stand in a condition of the policy. */
    Reach reach(SubjectTest test) {
        return Objects.requireNonNull(reaches.get(test));
    }

    /** Whether something of that sort uses it so; the condition is one of the policy. */
    boolean wiredFrom(Condition.WiredFrom condition, EnvironmentId environment) {
        return Objects.requireNonNull(wired.get(condition)).contains(environment);
    }

    /**
     * A clause that may have something to say.
     *
     * @param facts what its condition may rest on
     * @param purposes what its condition names
     */
    record Candidate(Rule rule, Clause clause, Set<String> facts, Set<Purpose> purposes) {
        static Candidate of(Rule rule, Clause clause, Policy policy) {
            return new Candidate(
                    rule, clause, Conditions.facts(clause.when(), policy), Conditions.purposes(clause.when(), policy));
        }
    }
}
