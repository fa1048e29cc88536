package dibs.bot;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Deployed;
import dibs.backend.health.Observation;
import dibs.backend.health.Sign;
import dibs.backend.health.TreeState;
import dibs.backend.person.AccountId;
import dibs.backend.reminder.DueWork;
import dibs.bot.command.Answer;
import dibs.bot.command.Inbound;
import dibs.bot.platform.console.ConsoleChat;
import dibs.bot.platform.console.ConsoleLine;
import dibs.bot.platform.console.Lines;
import dibs.bot.platform.matrix.say.AsMatrix;
import dibs.bot.platform.slack.block.AsSlack;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plays a script on the whole program below the terminal: {@code ann> claim …} is a line of Ann's, {@code at MOMENT} and
 * {@code after LENGTH} move the clock, {@code look} looks for what is due as {@code up} does,
 * {@code away LENGTH} moves it while the program is stopped, {@code ~ probe …} is what a probe saw, {@code setting NAME=VALUE} holds
 * from the beginning, {@code #} begins a remark, and a line that begins with a brace is said as it stands.
 */
final class Script {
    private static final Pattern SEEN =
            Pattern.compile("(\\S+) (\\S+) (\\S+) \"([^\"]*)\"(?: tree (\\S+))?(?: (\\S+))?");

    private static final String SETTING = "setting ";

    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final Path database;
    private final Form form;
    private final Map<String, String> settings;

    Script(Path database, Form form) {
        this(database, form, Map.of());
    }

    /** @param settings further settings, as environment variables */
    Script(Path database, Form form, Map<String, String> settings) {
        this.database = database;
        this.form = form;
        this.settings = Map.copyOf(settings);
    }

    /** How answers are written down, by the ending of the file that holds them. */
    enum Form {
        PLAIN("plain"),
        JSON("json"),
        SLACK("slack.json"),
        MATRIX("matrix.json");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }

    /** What is said and answered, line by line. */
    String play(List<String> lines) throws IOException {
        StringBuilder played = new StringBuilder();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("DIBS_ADMINS", "root");
        environment.put("DIBS_TIMEZONE", "Europe/Berlin");
        for (String line : lines) {
            if (line.startsWith(SETTING)) {
                String[] parts = line.substring(SETTING.length()).split("=", 2);
                environment.put(parts[0], parts[1]);
            }
        }
        Start start = Start.read(environment, Optional.of(database.toString()));
        try (Parts parts = Parts.open(start, clock, new CountingIds())) {
            for (String line : lines) {
                played.append(line).append('\n').append(step(parts, line));
            }
        }
        return played.toString();
    }

    private String step(Parts parts, String line) throws IOException {
        if (line.isBlank() || line.startsWith("#") || line.startsWith(SETTING)) {
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
        if (line.startsWith("away ")) {
            parts.outages().beat(clock.instant());
            clock.advance(Duration.parse("PT" + line.substring(5).strip()));
            parts.outages().beat(clock.instant());
            return "";
        }
        if (line.startsWith("~ probe ")) {
            parts.observations().take(List.of(observation(line.substring("~ probe ".length()))));
            return "";
        }
        if (line.equals("look")) {
            new DueWork(parts.due(), clock, () -> {}).run();
            return "";
        }
        int said = line.indexOf("> ");
        boolean bare = line.startsWith("{") || said < 0;
        String speaker = bare ? "ann" : line.substring(0, said);
        String text = bare ? line : line.substring(said + 2);
        String answers = switch (form) {
            case SLACK -> slack(parts, text, speaker);
            case MATRIX -> matrix(parts, text, speaker);
            case PLAIN, JSON -> console(parts, text, speaker);
        };
        return answers.indent(4);
    }

    /** What a probe saw: {@code ENVIRONMENT PROBE SIGN "SENTENCE" [tree STATE] [COMMIT]}. */
    private Observation observation(String line) {
        Matcher words = SEEN.matcher(line);
        if (!words.matches()) {
            throw new IllegalArgumentException(
                    "~ probe ENVIRONMENT PROBE SIGN \"SENTENCE\" [tree STATE] [COMMIT], not " + line);
        }
        return new Observation(
                new EnvironmentId(words.group(1)),
                words.group(2),
                clock.instant(),
                Duration.ofMillis(120),
                Sign.valueOf(words.group(3).toUpperCase(Locale.ROOT)),
                words.group(4),
                Deployed.of(Optional.empty(), Optional.ofNullable(words.group(6))),
                Optional.ofNullable(words.group(5)).flatMap(TreeState::of));
    }

    private String console(Parts parts, String text, String speaker) throws IOException {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(answers, true, StandardCharsets.UTF_8);
        new ConsoleChat(parts.conversation(), form == Form.JSON, out)
                .run(new Lines(new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8))), speaker);
        return answers.toString(StandardCharsets.UTF_8);
    }

    /** What people on Slack see of it: the same accounts, so that the same happens. */
    private static String slack(Parts parts, String text, String speaker) {
        return elsewhere(parts, text, speaker)
                .map(answer -> AsSlack.messages(answer).stream()
                        .map(AsSlack::checked)
                        .collect(Collectors.joining("\n", "", "\n")))
                .orElse("");
    }

    /** The same in a room of Matrix. */
    private static String matrix(Parts parts, String text, String speaker) {
        return elsewhere(parts, text, speaker)
                .map(answer -> AsMatrix.checked(answer, parts.directory()))
                .orElse("");
    }

    /** The answer, by the same way as at the terminal; nothing to what is said by the terminal alone. */
    private static Optional<Answer> elsewhere(Parts parts, String text, String speaker) {
        if (!(ConsoleLine.read(text, speaker) instanceof ConsoleLine.Said said)) {
            return Optional.empty();
        }
        AccountId account = AccountId.of("console", said.speaker().toLowerCase(Locale.ROOT));
        Answer answer = parts.conversation()
                .answer(new Inbound(
                        said.id(), account, said.speaker(), Optional.empty(), account.value(), said.text()));
        parts.conversation().delivered(answer);
        return Optional.of(answer);
    }
}
