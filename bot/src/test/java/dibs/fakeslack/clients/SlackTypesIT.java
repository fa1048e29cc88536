package dibs.fakeslack.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.block.BlockLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The limits that the hand-written Slack keeps are those that stand in the comments of Slack's own types. */
class SlackTypesIT {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d[\\d,]*(?![\\w])");

    @Test
    void everyLimitThatNamesATypeStandsInItsComment() throws IOException {
        String types = types();
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (BlockLimits limit : BlockLimits.values()) {
            if (!limit.type().isEmpty()) {
                checked++;
                if (!numbers(comment(types, limit.type(), limit.field())).contains(limit.max())) {
                    wrong.add(limit + ": " + comment(types, limit.type(), limit.field()));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThanOrEqualTo(40);
    }

    private static String types() throws IOException {
        Path folder = Node.modules(Node.CLIENTS).resolve("@slack/types/dist");
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".d.ts"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }

    /** The comment right before a field of a type. */
    private static String comment(String types, String type, String field) {
        Matcher start =
                Pattern.compile("(?:interface|type) " + type + "\\b[^{]*\\{").matcher(types);
        if (!start.find()) {
            return "no such type";
        }
        Matcher next = Pattern.compile("\n}").matcher(types);
        int end = next.find(start.end()) ? next.start() : types.length();
        String body = types.substring(start.end(), end);
        Matcher place = Pattern.compile("\n    " + field + "\\??:").matcher(body);
        if (!place.find()) {
            return "no such field";
        }
        int comment = body.lastIndexOf("/**", place.start());
        return comment < 0 ? "no comment" : body.substring(comment, place.start());
    }

    private static List<Integer> numbers(String comment) {
        return NUMBER.matcher(comment)
                .results()
                .map(found -> Integer.parseInt(found.group().replace(",", "")))
                .toList();
    }
}
