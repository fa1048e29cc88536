package dibs.bot.cli;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.Decision;
import dibs.backend.policy.comparison.Shift;
import dibs.backend.policy.comparison.Shifted;
import dibs.backend.policy.comparison.VerdictComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a comparison of verdicts is written: in words for people, as JSON for scripts. */
public final class ComparisonReport {
    private static final int EXAMPLES = 20;
    private static final int LISTED = 20;
    private static final String NO_ACCESS = "none told";

    private ComparisonReport() {}

    /**
     * The comparison in words.
     *
     * @param all whether with every example; else with 20, shared among the changes
     */
    public static List<String> text(VerdictComparison comparison, boolean all) {
        if (comparison.isEmpty()) {
            return List.of("nothing would change");
        }
        List<String> lines = new ArrayList<>();
        comparison.rules().forEach(change -> lines.add(change.toString()));
        names("only in the new catalog, and not compared", comparison.added()).ifPresent(lines::add);
        names("only in the catalog of now, and not compared", comparison.removed())
                .ifPresent(lines::add);
        if (!lines.isEmpty()) {
            lines.add("");
        }
        int left = all ? Integer.MAX_VALUE : EXAMPLES;
        int groups = comparison.shifts().size();
        for (Map.Entry<Shift, List<Shifted>> entry : comparison.shifts().entrySet()) {
            int share = all ? left : Math.min(left, Math.max(1, left / groups));
            left -= Math.min(share, entry.getValue().size());
            groups--;
            lines.addAll(group(entry.getKey(), entry.getValue(), share));
        }
        lines.add(total(comparison));
        return lines;
    }

    private static Optional<String> names(String what, List<EnvironmentId> ids) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        String listed = ids.stream().limit(LISTED).map(EnvironmentId::value).collect(Collectors.joining(", "));
        int more = ids.size() - LISTED;
        return Optional.of(what + ": " + listed + (more > 0 ? " and " + more + " more" : ""));
    }

    private static List<String> group(Shift shift, List<Shifted> pairs, int examples) {
        List<String> lines = new ArrayList<>();
        lines.add(change(shift) + ": " + verdicts(VerdictComparison.count(pairs)) + " of " + pairs.size()
                + (pairs.size() == 1 ? " pair" : " pairs"));
        Optional<EnvironmentId> consumer = Optional.empty();
        for (Shifted pair : pairs.stream().limit(examples).toList()) {
            if (!consumer.equals(Optional.of(pair.consumer()))) {
                consumer = Optional.of(pair.consumer());
                lines.add("  " + pair.consumer());
            }
            lines.add("    → " + pair.environment() + ": "
                    + pair.accesses().stream().map(ComparisonReport::access).collect(Collectors.joining(", ")));
        }
        if (pairs.size() > examples) {
            lines.add("  … and " + (pairs.size() - examples) + " more pairs; --all gives them");
        }
        return lines;
    }

    /** Such as {@code safe → unsafe (R7 instead of R17)}. */
    private static String change(Shift shift) {
        String answers = shift.changesAnswer()
                ? shift.before().answer().word() + " → "
                        + shift.after().answer().word()
                : shift.after().answer().word() + " as before";
        return shift.before().rules().equals(shift.after().rules())
                ? answers + " (" + rules(shift.after()) + " as before)"
                : answers + " (" + rules(shift.after()) + " instead of " + rules(shift.before()) + ")";
    }

    private static String rules(Decision decision) {
        return decision.rules().isEmpty() ? "no rule" : String.join(" ", decision.rules());
    }

    private static String access(Optional<String> access) {
        return access.orElse(NO_ACCESS);
    }

    private static String verdicts(long count) {
        return count == 1 ? "1 verdict" : count + " verdicts";
    }

    private static String total(VerdictComparison comparison) {
        long answers = comparison.shifts().entrySet().stream()
                .filter(entry -> entry.getKey().changesAnswer())
                .mapToLong(entry -> VerdictComparison.count(entry.getValue()))
                .sum();
        if (comparison.changed() == 0) {
            return "No verdict would change, of " + comparison.compared() + " compared.";
        }
        return "In all " + verdicts(comparison.changed()) + " would change, of " + comparison.compared() + " compared: "
                + answers + " in the answer, " + (comparison.changed() - answers) + " in the rules alone.";
    }

    /** One object; with the first 20 examples of each change, or with all. */
    public static String json(VerdictComparison comparison, boolean all) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "rules",
                comparison.rules().stream()
                        .map(change -> Map.of(
                                "part",
                                change.part().toString(),
                                "change",
                                change.how().word()))
                        .toList());
        json.put("added", comparison.added().stream().map(EnvironmentId::value).toList());
        json.put(
                "removed",
                comparison.removed().stream().map(EnvironmentId::value).toList());
        json.put("compared", comparison.compared());
        json.put("changed", comparison.changed());
        json.put(
                "changes",
                comparison.shifts().entrySet().stream()
                        .map(entry -> group(entry.getKey(), entry.getValue(), all))
                        .toList());
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(json);
    }

    private static Map<String, Object> group(Shift shift, List<Shifted> pairs, boolean all) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("before", decision(shift.before()));
        json.put("after", decision(shift.after()));
        json.put("verdicts", VerdictComparison.count(pairs));
        json.put("pairs", pairs.size());
        json.put(
                "examples",
                pairs.stream()
                        .limit(all ? Integer.MAX_VALUE : EXAMPLES)
                        .map(ComparisonReport::pair)
                        .toList());
        return json;
    }

    private static Map<String, Object> decision(Decision decision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answer", decision.answer().word());
        json.put("rules", decision.rules());
        return json;
    }

    private static Map<String, Object> pair(Shifted pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("consumer", pair.consumer().value());
        json.put("environment", pair.environment().value());
        json.put(
                "accesses",
                pair.accesses().stream().map(access -> access.orElse("")).toList());
        return json;
    }
}
