package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.SubjectClasses.Classified;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A policy with everything that it is asked about, indexed once for every question. Safe for many threads. */
final class Rulebook {
    private final Policy policy;
    private final World world;
    private final SubjectClasses classes;
    private final Map<EnvironmentId, Classified> classified = new LinkedHashMap<>();
    private final Map<SubjectTest, Reach> reaches = new HashMap<>();
    private final Map<SubjectTest, Set<EnvironmentId>> members = new HashMap<>();
    private final List<Candidate> clauses;
    private final List<String> implied;

    Rulebook(Policy policy, World world) {
        this.policy = policy;
        this.world = world;
        this.classes = new SubjectClasses(policy.classes());
        world.subjects().forEach((id, subject) -> classified.put(id, classes.classify(subject)));
        this.clauses = policy.rules().values().stream()
                .flatMap(rule -> rule.clauses().stream().map(clause -> new Candidate(rule, clause)))
                .toList();
        this.implied = policy.vocabulary().accesses().values().stream()
                .filter(Vocabulary.Access::implied)
                .map(Vocabulary.Access::id)
                .toList();
        Conditions.parts(policy).forEach(this::prepare);
    }

    private void prepare(Condition condition) {
        switch (condition) {
            case Condition.Reaches reaches ->
                this.reaches.computeIfAbsent(reaches.test(), test -> new Reach(world, membersOf(test)));
            case Condition.WiredFrom wired -> members.computeIfAbsent(wired.from(), this::membersOf);
            default -> {}
        }
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

    /** Everything there is, with its classes, in the catalog's order. */
    Iterable<Classified> everything() {
        return classified.values();
    }

    /** What leads to things that are so. */
    Reach reach(SubjectTest test) {
        return reaches.computeIfAbsent(test, it -> new Reach(world, membersOf(it)));
    }

    /** The things that are so. */
    Set<EnvironmentId> members(SubjectTest test) {
        return members.computeIfAbsent(test, this::membersOf);
    }

    /** A clause that may have something to say. */
    record Candidate(Rule rule, Clause clause) {}
}
