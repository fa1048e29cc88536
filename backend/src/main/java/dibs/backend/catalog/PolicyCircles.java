package dibs.backend.catalog;

import dibs.backend.policy.Clause;
import dibs.backend.policy.Clause.Effect;
import dibs.backend.policy.Condition;
import dibs.backend.policy.Policy;
import dibs.backend.policy.SubjectTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds classes, situations and permissions that rest on themselves: such a thing has no meaning. */
final class PolicyCircles {
    private static final Set<Effect> PERMISSIONS = Set.of(Effect.ALLOW, Effect.SUPPORT);

    private final PolicyLayer layer;
    private final Policy policy;
    private final List<Fault> faults;
    private final Map<Node, Set<Node>> uses = new LinkedHashMap<>();

    /** A class, a situation or the permission of a rule. */
    private record Node(PolicySection section, String name) {}

    PolicyCircles(PolicyLayer layer, Policy policy, List<Fault> faults) {
        this.layer = layer;
        this.policy = policy;
        this.faults = faults;
    }

    void check() {
        policy.classes().forEach((name, test) -> collect(test, usesOf(PolicySection.CLASSES, name)));
        policy.situations().forEach((name, when) -> collect(when, usesOf(PolicySection.SITUATIONS, name)));
        policy.rules().values().forEach(rule -> {
            Set<Node> used = usesOf(PolicySection.RULES, rule.id());
            rule.clauses().stream()
                    .filter(clause -> PERMISSIONS.contains(clause.effect()))
                    .map(Clause::when)
                    .forEach(when -> collect(when, used));
        });
        Set<Node> done = new LinkedHashSet<>();
        uses.keySet().forEach(node -> walk(node, new ArrayList<>(), done));
    }

    private Set<Node> usesOf(PolicySection section, String name) {
        return uses.computeIfAbsent(new Node(section, name), node -> new LinkedHashSet<>());
    }

    private void walk(Node node, List<Node> path, Set<Node> done) {
        int before = path.indexOf(node);
        if (before >= 0) {
            report(path.subList(before, path.size()));
            return;
        }
        if (done.contains(node)) {
            return;
        }
        path.add(node);
        uses.getOrDefault(node, Set.of()).forEach(next -> walk(next, path, done));
        path.removeLast();
        done.add(node);
    }

    private void report(List<Node> circle) {
        Node first = circle.getFirst();
        Located entry = layer.entries(first.section()).get(first.name());
        if (entry == null) {
            return;
        }
        List<String> others = circle.stream().skip(1).map(Node::name).toList();
        faults.add(entry.fault(first.name() + " rests on itself"
                + (others.isEmpty() ? "" : " by way of " + String.join(", ", others)) + ": break the circle"));
    }

    private static void collect(SubjectTest test, Set<Node> used) {
        switch (test) {
            case SubjectTest.Is is -> is.classes().forEach(name -> used.add(new Node(PolicySection.CLASSES, name)));
            case SubjectTest.All all -> all.parts().forEach(part -> collect(part, used));
            case SubjectTest.Any any -> any.parts().forEach(part -> collect(part, used));
            case SubjectTest.Not not -> collect(not.part(), used);
            case SubjectTest.Has has -> {}
            case SubjectTest.HasAny has -> {}
        }
    }

    private static void collect(Condition when, Set<Node> used) {
        switch (when) {
            case Condition.In in -> used.add(new Node(PolicySection.SITUATIONS, in.situation()));
            case Condition.PermittedBy permitted ->
                permitted.rules().forEach(rule -> used.add(new Node(PolicySection.RULES, rule)));
            case Condition.All all -> all.parts().forEach(part -> collect(part, used));
            case Condition.Any any -> any.parts().forEach(part -> collect(part, used));
            case Condition.Not not -> collect(not.part(), used);
            default -> {}
        }
    }
}
