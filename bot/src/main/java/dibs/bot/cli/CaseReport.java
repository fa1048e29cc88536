package dibs.bot.cli;

import dibs.backend.policy.cases.CaseResult;
import dibs.bot.reply.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the results of cases are written: as a table for people, as JSON for scripts. */
public final class CaseReport {
    private static final List<String> HEADINGS = List.of("case", "expected", "got", "rules", "");
    private static final int WIDEST = 48;

    private CaseReport() {}

    /** The table, what differs below its row, and the summary at the end; lines of text. */
    public static List<String> table(CaseRun run) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        run.results().forEach(result -> rows.add(row(result)));
        int[] widths = new int[HEADINGS.size()];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(
                        widths[column], Math.min(WIDEST, row.get(column).length()));
            }
        });
        List<String> lines = new ArrayList<>();
        lines.add(line(rows.getFirst(), widths));
        for (int index = 0; index < run.results().size(); index++) {
            CaseResult result = run.results().get(index);
            lines.add(line(rows.get(index + 1), widths));
            if (!result.passes()) {
                lines.add("      " + Visible.of(result.written().question()));
                result.differences().forEach(difference -> lines.add("      - " + Visible.of(difference)));
            }
        }
        lines.add("");
        lines.addAll(run.summary());
        return lines;
    }

    private static List<String> row(CaseResult result) {
        return List.of(
                Visible.of(result.written().id()),
                result.written().expected().word(),
                result.got(),
                String.join(" ", result.rules()),
                result.passes() ? "pass" : "DIFFERS");
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(Math.max(0, widths[column] - cell.length()) + 2));
        }
        return line.toString().stripTrailing();
    }

    /** One array with an object for each case that was asked. */
    public static String json(CaseRun run) {
        List<Map<String, Object>> cases =
                run.results().stream().map(CaseReport::json).toList();
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(cases);
    }

    private static Map<String, Object> json(CaseResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", result.written().id());
        json.put("expected", result.written().expected().word());
        json.put("got", result.got());
        json.put("because", result.written().because());
        json.put("rules", result.rules());
        json.put("alternatives", result.alternatives());
        json.put("conditions", result.conditions());
        json.put("pass", result.passes());
        return json;
    }
}
