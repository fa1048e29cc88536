package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules say of a question.
 *
 * @param consumer its name in the answer
 * @param environment its name in the answer; nothing where the question had none
 * @param told the facts that the question told, as they were understood
 * @param presumed the facts that were taken for granted
 * @param cited the rules that decided, and no others, in the policy's order
 * @param points what is missing and how each value would decide; only where it is conditional
 * @param obligations what somebody has to agree to or see to
 * @param advice what to keep in mind
 * @param alternatives ways out, nearest first
 * @param path from the consumer to the environment and what it reaches behind it, names in order
 */
public record Verdict(
        Answer answer,
        String consumer,
        Optional<String> environment,
        Map<String, String> told,
        Map<String, String> presumed,
        List<Cited> cited,
        List<Point> points,
        List<String> obligations,
        List<String> advice,
        List<Way> alternatives,
        List<String> path) {
    public Verdict {
        told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
        presumed = Collections.unmodifiableMap(new LinkedHashMap<>(presumed));
        cited = List.copyOf(cited);
        points = List.copyOf(points);
        obligations = List.copyOf(obligations);
        advice = List.copyOf(advice);
        alternatives = List.copyOf(alternatives);
        path = List.copyOf(path);
    }

    /** The ids of the rules that are cited, in the policy's order. */
    public List<String> rules() {
        return cited.stream().map(Cited::rule).toList();
    }

    /** The missing points with the verdict either way, then the obligations; one line each. */
    public List<String> conditions() {
        return Stream.concat(points.stream().map(Point::text), obligations.stream())
                .toList();
    }

    /** What a rule had to do with the answer. */
    public enum Part {
        FORBIDS,
        MAY_FORBID,
        OBLIGES,
        ALLOWS,
        MAY_ALLOW,
        ADVISES,
        /** Its prohibition is waived. */
        WAIVED,
        ENGINE
    }

    /**
     * A rule that decided.
     *
     * @param rule its id
     * @param reason why, in plain words about this question
     * @param waiver the exception that the answer rests on, if any
     */
    public record Cited(String rule, Part part, String reason, Optional<Waiver> waiver) {}

    /**
     * What the question does not tell and the answer depends on.
     *
     * @param facts the fact that is missing; several where they decide only together
     * @param ask how it is asked for
     * @param outcomes by answer, the values that lead there; of several facts as {@code a + b}; none where they cannot
     *     be told
     */
    public record Point(List<String> facts, String ask, Map<Answer, List<String>> outcomes) {
        private static final int LISTED = 3;

        public Point {
            facts = List.copyOf(facts);
            outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        }

        /** What is asked for and what each value would decide, as one line; what most values lead to stands last. */
        public String text() {
            if (outcomes.isEmpty()) {
                return ask;
            }
            Optional<Answer> rest = outcomes.entrySet().stream()
                    .filter(outcome -> outcome.getKey() != Answer.SAFE
                            && outcome.getValue().size() > LISTED)
                    .max(Comparator.comparingInt(outcome -> outcome.getValue().size()))
                    .map(Map.Entry::getKey);
            Stream<String> told = outcomes.entrySet().stream()
                    .filter(outcome -> !Optional.of(outcome.getKey()).equals(rest))
                    .map(outcome -> outcome.getKey().word() + " if " + Wording.or(outcome.getValue()));
            return ask + ": "
                    + Stream.concat(told, rest.stream().map(answer -> answer.word() + " otherwise"))
                            .collect(Collectors.joining("; "));
        }
    }

    /**
     * A way out.
     *
     * @param say in words, with {@code {names}} where the environments are named
     * @param names the environments that it names; may be empty
     */
    public record Way(String say, List<EnvironmentId> names) {
        private static final String NAMES = "{names}";

        public Way {
            names = List.copyOf(names);
        }

        /** The words with the names. */
        public String text() {
            return names.isEmpty()
                    ? say
                    : say.replace(
                            NAMES,
                            Wording.or(names.stream().map(EnvironmentId::value).toList()));
        }

        /** The same way with some of its names only. */
        public Way only(List<EnvironmentId> some) {
            return new Way(say, some);
        }
    }
}
