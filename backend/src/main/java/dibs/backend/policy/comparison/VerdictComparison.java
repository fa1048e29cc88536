package dibs.backend.policy.comparison;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyChange;
import dibs.backend.policy.PolicyEngine;
import dibs.backend.policy.Subject;
import dibs.backend.policy.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The verdicts of two configurations, held against each other: every consumer that both have with every environment that
 * both have, for each access that both have and for a question that tells none.
 *
 * @param rules what changes in the rules and their words
 * @param added what only the later one has; nothing is compared for it
 * @param removed what only the earlier one has
 * @param compared how many verdicts were compared
 * @param shifts the pairs by what changes: an answer before a mere reason, what most verdicts share before the rest
 */
public record VerdictComparison(
        List<PolicyChange> rules,
        List<EnvironmentId> added,
        List<EnvironmentId> removed,
        long compared,
        Map<Shift, List<Shifted>> shifts) {

    private static final Comparator<Map.Entry<Shift, List<Shifted>>> ORDER = Comparator.comparing(
                    (Map.Entry<Shift, List<Shifted>> entry) -> !entry.getKey().changesAnswer())
            .thenComparing(entry -> -count(entry.getValue()))
            .thenComparing(entry -> entry.getKey().toString());

    /** One of the two configurations. */
    public record Side(Catalog catalog, Policy policy) {}

    /** Compares them; on all processors, since it takes hundreds of thousands of verdicts. */
    public static VerdictComparison between(Side before, Side after) {
        PolicyEngine one = new PolicyEngine(before.policy(), World.of(before.catalog()));
        PolicyEngine other = new PolicyEngine(after.policy(), World.of(after.catalog()));
        List<EnvironmentId> common = one.world().subjects().keySet().stream()
                .filter(other.world().subjects()::containsKey)
                .toList();
        List<Optional<String>> accesses = accesses(before.policy(), after.policy());
        Map<Shift, List<Shifted>> shifts = new LinkedHashMap<>();
        List<PolicyChange> rules = PolicyChange.between(before.policy(), after.policy());
        boolean same = rules.isEmpty()
                && one.world().subjects().equals(other.world().subjects())
                && one.world().edges().all().equals(other.world().edges().all());
        List<EnvironmentId> asking = same ? List.of() : common;
        asking.parallelStream()
                .map(consumer -> row(consumer, common, accesses, one, other))
                .forEachOrdered(row -> row.forEach(cell -> shifts.computeIfAbsent(
                                cell.shift(), shift -> new ArrayList<>())
                        .add(cell.pair())));
        Map<Shift, List<Shifted>> sorted = new LinkedHashMap<>();
        shifts.entrySet().stream().sorted(ORDER).forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return new VerdictComparison(
                rules,
                only(after.catalog(), before.catalog()),
                only(before.catalog(), after.catalog()),
                (long) common.size() * common.size() * accesses.size(),
                sorted);
    }

    private static List<Optional<String>> accesses(Policy before, Policy after) {
        Set<String> later = after.vocabulary().accesses().keySet();
        return Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        before.vocabulary().accesses().keySet().stream()
                                .filter(later::contains)
                                .map(Optional::of))
                .toList();
    }

    private static List<EnvironmentId> only(Catalog one, Catalog other) {
        Set<EnvironmentId> ids = new LinkedHashSet<>();
        one.environments().stream().filter(it -> it.retired().isEmpty()).map(Environment::id).forEach(ids::add);
        other.environments().stream().filter(it -> it.retired().isEmpty()).map(Environment::id).forEach(ids::remove);
        return List.copyOf(ids);
    }

    private record Cell(Shift shift, Shifted pair) {}

    private static List<Cell> row(
            EnvironmentId consumer,
            List<EnvironmentId> environments,
            List<Optional<String>> accesses,
            PolicyEngine one,
            PolicyEngine other) {
        List<Cell> row = new ArrayList<>();
        Map<EnvironmentId, Subject> before = one.world().subjects();
        Map<EnvironmentId, Subject> after = other.world().subjects();
        for (EnvironmentId environment : environments) {
            var earlier = one.decide(before.get(consumer), before.get(environment), accesses);
            var later = other.decide(after.get(consumer), after.get(environment), accesses);
            Map<Shift, List<Optional<String>>> changed = new LinkedHashMap<>();
            for (int index = 0; index < accesses.size(); index++) {
                Shift shift = new Shift(earlier.get(index), later.get(index));
                if (!shift.before().equals(shift.after())) {
                    changed.computeIfAbsent(shift, key -> new ArrayList<>()).add(accesses.get(index));
                }
            }
            changed.forEach((shift, of) -> row.add(new Cell(shift, new Shifted(consumer, environment, of))));
        }
        return row;
    }

    /** How many verdicts change in a way that these pairs have in common. */
    public static long count(List<Shifted> pairs) {
        return pairs.stream().mapToLong(pair -> pair.accesses().size()).sum();
    }

    /** How many verdicts change. */
    public long changed() {
        return shifts.values().stream().mapToLong(VerdictComparison::count).sum();
    }

    /** Whether nothing changes at all. */
    public boolean isEmpty() {
        return rules.isEmpty() && added.isEmpty() && removed.isEmpty() && shifts.isEmpty();
    }
}
