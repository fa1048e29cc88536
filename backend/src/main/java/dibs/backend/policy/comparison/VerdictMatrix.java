package dibs.backend.policy.comparison;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.Decision;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyEngine;
import dibs.backend.policy.Subject;
import dibs.backend.policy.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every consumer with every environment by every access, before and after.
 *
 * @param subjects what both configurations have
 * @param accesses what both policies have; nothing stands for a question that tells none
 */
record VerdictMatrix(PolicyEngine before, PolicyEngine after, List<Both> subjects, List<Optional<String>> accesses) {

    static VerdictMatrix of(VerdictComparison.Side before, VerdictComparison.Side after) {
        World one = World.of(before.catalog());
        World other = World.of(after.catalog());
        List<Both> subjects = one.subjects().values().stream()
                .flatMap(subject ->
                        Optional.ofNullable(other.subjects().get(subject.id()))
                                .map(later -> new Both(subject, later))
                                .stream())
                .toList();
        return new VerdictMatrix(
                new PolicyEngine(before.policy(), one),
                new PolicyEngine(after.policy(), other),
                subjects,
                accesses(before.policy(), after.policy()));
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

    /** What the two configurations have under one id. */
    record Both(Subject before, Subject after) {
        EnvironmentId id() {
            return before.id();
        }
    }

    private record Cell(Shift shift, Shifted pair) {}

    /** How many verdicts there are on each side. */
    long size() {
        return (long) subjects.size() * subjects.size() * accesses.size();
    }

    /** Whether the two catalogs are the same to the rules. */
    boolean isOfOneWorld() {
        return before.world().subjects().equals(after.world().subjects())
                && before.world().edges().all().equals(after.world().edges().all());
    }

    /** The pairs whose verdict changes, by how it does. */
    Map<Shift, List<Shifted>> shifts() {
        Map<Shift, List<Shifted>> shifts = new LinkedHashMap<>();
        subjects.parallelStream()
                .map(this::row)
                .forEachOrdered(
                        row -> row.forEach(cell -> shifts.computeIfAbsent(cell.shift(), shift -> new ArrayList<>())
                                .add(cell.pair())));
        return shifts;
    }

    private List<Cell> row(Both consumer) {
        List<Cell> row = new ArrayList<>();
        for (Both environment : subjects) {
            List<Decision> earlier = before.decide(consumer.before(), environment.before(), accesses);
            List<Decision> later = after.decide(consumer.after(), environment.after(), accesses);
            Map<Shift, List<Optional<String>>> changed = new LinkedHashMap<>();
            for (int index = 0; index < accesses.size(); index++) {
                if (!earlier.get(index).equals(later.get(index))) {
                    Shift shift = new Shift(earlier.get(index), later.get(index));
                    changed.computeIfAbsent(shift, key -> new ArrayList<>()).add(accesses.get(index));
                }
            }
            changed.forEach((shift, of) -> row.add(new Cell(shift, new Shifted(consumer.id(), environment.id(), of))));
        }
        return row;
    }
}
