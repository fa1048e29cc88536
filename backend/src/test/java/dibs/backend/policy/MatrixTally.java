package dibs.backend.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many verdicts say what, and which answers there are between which sorts of consumers and environments. */
final class MatrixTally {
    private static final int FAULTS_AT_MOST = 20;

    private final Map<String, Map<Answer, Integer>> answers = new TreeMap<>();
    private final Map<String, Map<Answer, Integer>> rules = new TreeMap<>();
    private final Map<String, Map<Answer, Integer>> accesses = new TreeMap<>();
    private final Map<String, Map<String, EnumSet<Answer>>> pairs = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param pair what {@link #pair} made */
    void count(String pair, String access, Verdict verdict) {
        add(answers, "", verdict.answer(), 1);
        verdict.rules().forEach(rule -> add(rules, rule, verdict.answer(), 1));
        add(accesses, access, verdict.answer(), 1);
        pairs.computeIfAbsent(pair, any -> new TreeMap<>())
                .computeIfAbsent(access, any -> EnumSet.noneOf(Answer.class))
                .add(verdict.answer());
    }

    void fault(String fault) {
        if (faults.size() < FAULTS_AT_MOST && !faults.contains(fault)) {
            faults.add(fault);
        }
    }

    List<String> faults() {
        return faults;
    }

    /** What both counted, in this one. */
    MatrixTally plus(MatrixTally other) {
        add(answers, other.answers);
        add(rules, other.rules);
        add(accesses, other.accesses);
        other.pairs.forEach((pair, cells) ->
                cells.forEach((access, found) -> pairs.computeIfAbsent(pair, any -> new TreeMap<>())
                        .computeIfAbsent(access, any -> EnumSet.noneOf(Answer.class))
                        .addAll(found)));
        other.faults.forEach(this::fault);
        return this;
    }

    private static void add(Map<String, Map<Answer, Integer>> to, Map<String, Map<Answer, Integer>> from) {
        from.forEach((key, counts) -> counts.forEach((answer, count) -> add(to, key, answer, count)));
    }

    private static void add(Map<String, Map<Answer, Integer>> to, String key, Answer answer, int count) {
        to.computeIfAbsent(key, any -> new EnumMap<>(Answer.class)).merge(answer, count, Integer::sum);
    }

    /** What stands before the answers of a sort of consumers and a sort of environments. */
    static String pair(String consumer, String environment) {
        return String.format("%-16s -> %-18s", consumer, environment);
    }

    /** As a file to be read. */
    String text(Collection<String> ruleOrder, List<String> accessOrder) {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%-20s", "verdicts"));
        for (Answer answer : Answer.values()) {
            text.append(String.format("%12s", answer.word()));
        }
        text.append('\n');
        table(text, "all", List.of(""), answers);
        table(text, "by access", accessOrder, accesses);
        table(text, "by rule cited", ruleOrder, rules);
        text.append("\n"
                + "Which answers there are, by who asks and about what: S safe, U unsafe, C conditional, ?"
                + " unknown\n\n");
        pairs.forEach((pair, cells) ->
                text.append(pair).append(cells(cells, accessOrder)).append('\n'));
        return text.toString();
    }

    private static void table(
            StringBuilder text, String title, Collection<String> order, Map<String, Map<Answer, Integer>> counted) {
        text.append('\n').append(title).append('\n');
        for (String key : order) {
            text.append(String.format("  %-18s", key));
            for (Answer answer : Answer.values()) {
                text.append(String.format(
                        "%12d", counted.getOrDefault(key, Map.of()).getOrDefault(answer, 0)));
            }
            text.append('\n');
        }
    }

    /** Accesses that have the same answers stand together. */
    private static String cells(Map<String, EnumSet<Answer>> cells, List<String> order) {
        Map<Set<Answer>, List<String>> same = new LinkedHashMap<>();
        for (String access : order) {
            same.computeIfAbsent(cells.get(access), any -> new ArrayList<>()).add(access);
        }
        Set<Answer> most = same.entrySet().stream()
                .max(Comparator.comparingInt(it -> it.getValue().size()))
                .orElseThrow()
                .getKey();
        Stream<String> others = same.entrySet().stream()
                .filter(it -> !it.getKey().equals(most))
                .map(it -> letters(it.getKey()) + " " + String.join(" ", it.getValue()) + "; ");
        return others.collect(Collectors.joining("", "  ", "")) + (same.size() == 1 ? "" : "else ") + letters(most);
    }

    private static String letters(Set<Answer> answers) {
        return answers.stream()
                .map(answer -> answer == Answer.UNKNOWN ? "?" : answer.name().substring(0, 1))
                .collect(Collectors.joining());
    }
}
