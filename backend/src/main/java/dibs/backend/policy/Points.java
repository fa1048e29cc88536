package dibs.backend.policy;

import dibs.backend.policy.Verdict.Point;
import dibs.backend.policy.Weighed.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a conditional answer hangs on: which missing facts would change it, and how. */
final class Points {
    private static final int TOGETHER_AT_MOST = 3;
    private static final String TOGETHER = " + ";

    private final Case asked;
    private final Weighed weighed;
    private final Domains domains;
    private final List<Missing> missing;

    Points(Case asked, Weighed weighed, Domains domains) {
        this.asked = asked;
        this.weighed = weighed;
        this.domains = domains;
        this.missing = missing();
    }

    /** A fact that is missing, with the values that it may have. */
    private record Missing(String fact, String ask, List<String> values) {}

    /**
     * The points: each fact that alone changes the answer, then those that do only together. A conditional answer names
     * what it is open by even where that changes nothing, or does so in more ways than can be tried.
     */
    List<Point> find() {
        List<Point> points = new ArrayList<>();
        List<Missing> left = new ArrayList<>();
        for (Missing fact : missing) {
            Map<Answer, List<String>> outcomes = outcomes(List.of(fact));
            if (outcomes.size() > 1) {
                points.add(new Point(List.of(fact.fact()), fact.ask(), outcomes));
            } else {
                left.add(fact);
            }
        }
        if (points.stream().noneMatch(point -> point.outcomes().containsKey(Answer.SAFE))) {
            wayToSafe().ifPresent(points::add);
        }
        for (int size = 2; size <= TOGETHER_AT_MOST && points.isEmpty(); size++) {
            together(left, size, List.of(), points);
        }
        return points.isEmpty() ? undecided() : points;
    }

    /** What leaves it open where no value of it is known to change the answer. */
    private List<Point> undecided() {
        List<Point> points = new ArrayList<>();
        restsOn().stream()
                .filter(fact -> domains.leavesOpen(fact, weighed.facts()))
                .map(this::undecided)
                .forEach(points::add);
        if (points.isEmpty()) {
            Stream.of(asked.weighing().consumer(), asked.weighing().environment())
                    .forEach(subject -> subject.open().keySet().stream()
                            .map(open -> new Point(List.of(open), "the " + open + " of " + subject.name(), Map.of()))
                            .forEach(points::add));
        }
        return points;
    }

    /** The fact with what it decides, where any value of it decides. */
    private Point undecided(String fact) {
        Map<Answer, List<String>> outcomes = missing.stream()
                .filter(it -> it.fact().equals(fact))
                .map(it -> outcomes(List.of(it)))
                .filter(it -> !it.containsKey(Answer.CONDITIONAL))
                .findFirst()
                .orElse(Map.of());
        return new Point(List.of(fact), domains.ask(fact), outcomes);
    }

    /**
     * A set of values that together make it safe, none of them to spare. It is looked for step by step, each step taking
     * the value that leaves the fewest rules undecided, so that a way may be missed where steps only help together.
     */
    private Optional<Point> wayToSafe() {
        Map<String, String> told = new LinkedHashMap<>();
        List<Missing> left = new ArrayList<>(missing);
        Weighed now = asked.weigh(told);
        while (!left.isEmpty() && now.answer() != Answer.SAFE) {
            // The access comes last: what the others settle holds for most of them.
            int before = undecided(now);
            Optional<Step> next = best(left, told, false)
                    .filter(step -> step.undecided() < before)
                    .or(() -> best(left, told, true));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            told.put(next.get().fact().fact(), next.get().value());
            left.remove(next.get().fact());
            now = asked.weigh(told);
        }
        List.copyOf(told.keySet()).forEach(fact -> spare(fact, told));
        return told.size() < 2 || asked.weigh(told).answer() != Answer.SAFE
                ? Optional.empty()
                : Optional.of(safe(told));
    }

    private void spare(String fact, Map<String, String> told) {
        Map<String, String> without = new LinkedHashMap<>(told);
        without.remove(fact);
        if (asked.weigh(without).answer() == Answer.SAFE) {
            told.remove(fact);
        }
    }

    private Point safe(Map<String, String> told) {
        String ask = missing.stream()
                .filter(fact -> told.containsKey(fact.fact()))
                .map(Missing::ask)
                .collect(Collectors.joining(", "));
        String values = told.entrySet().stream()
                .map(fact -> named(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining(TOGETHER));
        return new Point(List.copyOf(told.keySet()), ask, Map.of(Answer.SAFE, List.of(values)));
    }

    /**
     * A value that might be told next.
     *
     * @param undecided how many prohibitions and obligations it leaves
     */
    private record Step(Missing fact, String value, int undecided) {}

    private Optional<Step> best(List<Missing> left, Map<String, String> told, boolean access) {
        return left.stream()
                .filter(fact -> access || !fact.fact().equals(Vocabulary.ACCESS))
                .flatMap(fact -> fact.values().stream().flatMap(value -> step(fact, value, told).stream()))
                .min(Comparator.comparingInt(Step::undecided));
    }

    /** What telling the value would leave undecided; nothing where it would make the answer unsafe or permit nothing. */
    private Optional<Step> step(Missing fact, String value, Map<String, String> told) {
        Map<String, String> more = new LinkedHashMap<>(told);
        more.put(fact.fact(), value);
        Weighed weighed = asked.weigh(more);
        boolean hopeful =
                weighed.answer() != Answer.UNSAFE && weighed.findings().stream().anyMatch(Finding::allows);
        return hopeful ? Optional.of(new Step(fact, value, undecided(weighed))) : Optional.empty();
    }

    private static int undecided(Weighed weighed) {
        return (int) weighed.findings().stream()
                .filter(it -> it.forbids() || it.obliges())
                .count();
    }

    private void together(List<Missing> from, int size, List<Missing> chosen, List<Point> points) {
        if (size == 0) {
            Map<Answer, List<String>> outcomes = outcomes(chosen);
            if (outcomes.size() > 1) {
                points.add(new Point(
                        chosen.stream().map(Missing::fact).toList(),
                        chosen.stream().map(Missing::ask).collect(Collectors.joining(", and ")),
                        outcomes));
            }
            return;
        }
        for (int index = 0; index < from.size(); index++) {
            List<Missing> more = new ArrayList<>(chosen);
            more.add(from.get(index));
            together(from.subList(index + 1, from.size()), size - 1, more, points);
        }
    }

    private Map<Answer, List<String>> outcomes(List<Missing> facts) {
        Map<Answer, List<String>> outcomes = new EnumMap<>(Answer.class);
        assign(facts, new HashMap<>(), List.of(), outcomes);
        return outcomes;
    }

    private void assign(
            List<Missing> facts, Map<String, String> told, List<String> said, Map<Answer, List<String>> outcomes) {
        if (facts.isEmpty()) {
            String values = said.size() == 1 ? told.values().iterator().next() : String.join(TOGETHER, said);
            outcomes.computeIfAbsent(asked.weigh(told).answer(), answer -> new ArrayList<>())
                    .add(values);
            return;
        }
        Missing first = facts.getFirst();
        for (String value : first.values()) {
            told.put(first.fact(), value);
            List<String> more = new ArrayList<>(said);
            more.add(named(first.fact(), value));
            assign(facts.subList(1, facts.size()), told, more, outcomes);
        }
        told.remove(first.fact());
    }

    /** As it can be typed. */
    private static String named(String fact, String value) {
        return fact + ":" + value;
    }

    /** The facts that an undecided clause rests on, in the order that answers keep. */
    private List<String> restsOn() {
        Set<String> restsOn = new LinkedHashSet<>();
        for (Finding finding : weighed.findings()) {
            if (finding.truth() == Truth.OPEN) {
                restsOn.addAll(finding.candidate().facts());
            }
        }
        Subject consumer = asked.weighing().consumer();
        return domains.names().stream()
                .filter(fact -> restsOn.contains(fact) || domains.settles(fact, consumer))
                .toList();
    }

    private List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        for (String fact : restsOn()) {
            List<String> values = domains.missing(fact, asked, weighed.facts());
            if (values.size() > 1) {
                missing.add(new Missing(fact, domains.ask(fact), values));
            }
        }
        return missing;
    }
}
