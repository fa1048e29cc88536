package dibs.backend.policy.comparison;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyChange;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            .thenComparingLong(entry -> -count(entry.getValue()))
            .thenComparing(entry -> entry.getKey().toString());

    /** One of the two configurations. */
    public record Side(Catalog catalog, Policy policy) {}

    /** Compares them; on all processors, since it takes hundreds of thousands of verdicts. */
    public static VerdictComparison between(Side before, Side after) {
        List<PolicyChange> rules = PolicyChange.between(before.policy(), after.policy());
        VerdictMatrix matrix = VerdictMatrix.of(before, after);
        Map<Shift, List<Shifted>> sorted = new LinkedHashMap<>();
        if (!rules.isEmpty() || !matrix.isOfOneWorld()) {
            matrix.shifts().entrySet().stream()
                    .sorted(ORDER)
                    .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        }
        return new VerdictComparison(
                rules,
                only(after.catalog(), before.catalog()),
                only(before.catalog(), after.catalog()),
                matrix.size(),
                sorted);
    }

    private static List<EnvironmentId> only(Catalog one, Catalog other) {
        Set<EnvironmentId> ids = new LinkedHashSet<>();
        one.environments().stream()
                .filter(it -> it.retired().isEmpty())
                .map(Environment::id)
                .forEach(ids::add);
        other.environments().stream()
                .filter(it -> it.retired().isEmpty())
                .map(Environment::id)
                .forEach(ids::remove);
        return List.copyOf(ids);
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
