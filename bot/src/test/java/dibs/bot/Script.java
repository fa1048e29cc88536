package dibs.bot;

import dibs.bot.platform.console.ConsoleChat;
import dibs.bot.platform.console.Lines;
import dibs.testkit.CountingIds;
import dibs.testkit.FakeClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays a script on the whole program below the terminal: {@code ann> claim …} is a line of Ann's, {@code at MOMENT} and
 * {@code after LENGTH} move the clock, {@code #} begins a remark, and a line that begins with a brace is said as it stands.
 */
final class Script {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final Path database;
    private final boolean json;

    Script(Path database, boolean json) {
        this.database = database;
        this.json = json;
    }

    /** What is said and answered, line by line. */
    String play(List<String> lines) throws IOException {
        StringBuilder played = new StringBuilder();
        Map<String, String> environment = new HashMap<>();
        environment.put("DIBS_ADMINS", "root");
        environment.put("DIBS_TIMEZONE", "Europe/Berlin");
        Start start = Start.read(environment, Optional.of(database.toString()));
        try (Parts parts = Parts.open(start, clock, new CountingIds())) {
            for (String line : lines) {
                played.append(line).append('\n').append(step(parts, line));
            }
        }
        return played.toString();
    }

    private String step(Parts parts, String line) throws IOException {
        if (line.isBlank() || line.startsWith("#")) {
            return "";
        }
        if (line.startsWith("at ")) {
            clock.set(Instant.parse(line.substring(3).strip()));
            return "";
        }
        if (line.startsWith("after ")) {
            clock.advance(Duration.parse("PT" + line.substring(6).strip()));
            return "";
        }
        int said = line.indexOf("> ");
        boolean bare = line.startsWith("{") || said < 0;
        String speaker = bare ? "ann" : line.substring(0, said);
        String text = bare ? line : line.substring(said + 2);
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(answers, true, StandardCharsets.UTF_8);
        new ConsoleChat(parts.conversation(), json, out)
                .run(new Lines(new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8))), speaker);
        return answers.toString(StandardCharsets.UTF_8).indent(4);
    }
}
