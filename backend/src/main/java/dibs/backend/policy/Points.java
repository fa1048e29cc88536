package dibs.backend.policy;

import dibs.backend.policy.Verdict.Point;
import dibs.backend.policy.Weighed.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what a conditional answer hangs on: which missing facts would change it, and how. */
final class Points {
    private static final int TOGETHER_AT_MOST = 3;

    private final Case asked;
    private final List<Missing> missing;

    Points(Case asked, Weighed weighed, Domains domains) {
        this.asked = asked;
        this.missing = missing(asked, weighed, domains);
    }

    /** A fact that is missing, with the values that it may have. */
    private record Missing(String fact, String ask, List<String> values) {}

    /**
     * The points: each fact that alone changes the answer, then those that do only together.
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
        for (int size = 2; size <= TOGETHER_AT_MOST && points.isEmpty(); size++) {
            together(left, size, List.of(), points);
        }
        return points;
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
        assign(facts, new HashMap<>(), "", outcomes);
        return outcomes;
    }

    private void assign(
            List<Missing> facts, Map<String, String> told, String said, Map<Answer, List<String>> outcomes) {
        if (facts.isEmpty()) {
            outcomes.computeIfAbsent(asked.weigh(told).answer(), answer -> new ArrayList<>())
                    .add(said);
            return;
        }
        Missing first = facts.getFirst();
        for (String value : first.values()) {
            told.put(first.fact(), value);
            assign(facts.subList(1, facts.size()), told, said.isEmpty() ? value : said + " + " + value, outcomes);
        }
        told.remove(first.fact());
    }

    private static List<Missing> missing(Case asked, Weighed weighed, Domains domains) {
        Set<String> restsOn = new LinkedHashSet<>();
        for (Finding finding : weighed.findings()) {
            if (finding.truth() == Truth.OPEN) {
                restsOn.addAll(Conditions.facts(finding.candidate().clause().when(), asked.policy()));
            }
        }
        List<Missing> missing = new ArrayList<>();
        domains.names(asked.weighing().consumer()).stream()
                .filter(fact -> restsOn.contains(fact)
                        || domains.settles(fact, asked.weighing().consumer()))
                .forEach(fact -> {
                    List<String> values = domains.missing(fact, asked, weighed.facts());
                    if (values.size() > 1) {
                        missing.add(new Missing(fact, domains.ask(fact), values));
                    }
                });
        return missing;
    }
}
