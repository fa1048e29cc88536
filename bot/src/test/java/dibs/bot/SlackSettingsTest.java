package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dibs.backend.catalog.ConfigLoader;
import dibs.bot.cli.CommandLineWords;
import dibs.bot.platform.slack.SlackSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What is set for Slack: every fault is said by the setting's name, all at once, and never with what is secret. */
class SlackSettingsTest {
    private static final String BOT = "xoxb-RECOGNISABLE-bot-token";
    private static final String APP = "xapp-RECOGNISABLE-app-token";
    private static final String SIGNING = "RECOGNISABLE-signing-secret";

    @TempDir
    private Path folder;

    private static Settings.Read read(Map<String, String> environment) {
        return Settings.read(environment, Start.config(ConfigLoader.builtin()));
    }

    private static List<String> faults(Map<String, String> environment) {
        return read(environment) instanceof Settings.Read.Bad bad ? bad.faults() : List.of();
    }

    private static SlackSettings good(Map<String, String> environment) {
        return ((Settings.Read.Good) read(environment)).settings().slack().orElseThrow();
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                Arguments.of(Map.of("SLACK_SIGNING_SECRET", SIGNING), List.of("SLACK_BOT_TOKEN is missing")),
                Arguments.of(Map.of("SLACK_APP_TOKEN", APP), List.of("SLACK_BOT_TOKEN is missing")),
                Arguments.of(Map.of("SLACK_BOT_TOKEN", BOT), List.of("SLACK_BOT_TOKEN needs SLACK_SIGNING_SECRET")),
                Arguments.of(
                        Map.of("SLACK_BOT_TOKEN", APP, "SLACK_APP_TOKEN", BOT),
                        List.of("SLACK_BOT_TOKEN is a token", "SLACK_APP_TOKEN is a token")),
                Arguments.of(
                        Map.of("SLACK_BOT_TOKEN", "xoxb-RECOGN", "SLACK_SIGNING_SECRET", SIGNING),
                        List.of("SLACK_BOT_TOKEN is a token")),
                Arguments.of(
                        Map.of("SLACK_BOT_TOKEN", "xoxb-RECOGNISABLE with blanks", "SLACK_SIGNING_SECRET", SIGNING),
                        List.of("SLACK_BOT_TOKEN is a token")),
                Arguments.of(
                        Map.of("SLACK_BOT_TOKEN", BOT, "SLACK_SIGNING_SECRET", SIGNING, "SLACK_CHANNEL", "#releng"),
                        List.of("SLACK_CHANNEL is the id")),
                Arguments.of(
                        Map.of("SLACK_BOT_TOKEN", BOT, "SLACK_SIGNING_SECRET", SIGNING, "SLACK_API_URL", "ftp://x"),
                        List.of("SLACK_API_URL is an address")),
                Arguments.of(
                        Map.of(
                                "SLACK_BOT_TOKEN",
                                BOT,
                                "SLACK_BOT_TOKEN_FILE",
                                "/no/such/file",
                                "SLACK_SIGNING_SECRET_FILE",
                                "/no/such/file",
                                "SLACK_APP_TOKEN",
                                SIGNING,
                                "DIBS_PORT",
                                "x"),
                        List.of(
                                "DIBS_PORT is",
                                "SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set",
                                "SLACK_SIGNING_SECRET_FILE names a file that cannot be read",
                                "SLACK_APP_TOKEN is a token",
                                "SLACK_BOT_TOKEN is missing")));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void everyFaultIsSaidAtOnceAndByName(Map<String, String> environment, List<String> beginnings) {
        List<String> faults = faults(environment);
        assertThat(faults).hasSameSizeAs(beginnings);
        assertThat(beginnings)
                .allSatisfy(beginning -> assertThat(faults).anyMatch(fault -> fault.startsWith(beginning)));
        assertThat(faults.toString()).doesNotContain("RECOGN");
    }

    @Test
    void secretsMayStandInFiles() throws IOException {
        Path bot = Files.writeString(folder.resolve("bot"), BOT + "\n");
        Path signing = Files.writeString(folder.resolve("signing"), SIGNING + "\r\n");
        SlackSettings slack =
                good(Map.of("SLACK_BOT_TOKEN_FILE", bot.toString(), "SLACK_SIGNING_SECRET_FILE", signing.toString()));
        assertThat(slack.botToken()).isEqualTo(BOT);
        assertThat(slack.signingSecret()).hasValue(SIGNING);
        assertThat(slack.commands()).isEqualTo(SlackSettings.COMMANDS);
    }

    @Test
    void filesThatHoldNoSecretAreFaults() throws IOException {
        Path blank = Files.writeString(folder.resolve("blank"), " \n");
        Path large = Files.writeString(folder.resolve("large"), "RECOGNISABLE".repeat(1_000));
        List<String> faults = faults(Map.of(
                "SLACK_BOT_TOKEN_FILE", blank.toString(),
                "SLACK_SIGNING_SECRET_FILE", large.toString(),
                "SLACK_APP_TOKEN_FILE", "\0"));
        assertThat(faults)
                .hasSize(3)
                .anyMatch(fault -> fault.startsWith("SLACK_BOT_TOKEN_FILE names a file that holds no secret"))
                .anyMatch(fault -> fault.startsWith("SLACK_SIGNING_SECRET_FILE names a file that holds no secret"))
                .anyMatch(fault -> fault.startsWith("SLACK_APP_TOKEN_FILE names a file that cannot be read"));
        assertThat(faults.toString()).doesNotContain("RECOGN");
    }

    @Test
    void goodSettingsShowNoSecretEither() {
        Map<String, String> environment =
                Map.of("SLACK_BOT_TOKEN", BOT, "SLACK_SIGNING_SECRET", SIGNING, "SLACK_APP_TOKEN", APP);
        assertThat(read(environment).toString()).contains("SlackSettings").doesNotContain("RECOGN");
    }

    @Test
    void nothingOfAStartThatFailsHasASecretInIt() throws IOException {
        Path notAStore = Files.createDirectory(folder.resolve("not-a-store"));
        Map<String, String> environment = Map.of(
                "SLACK_BOT_TOKEN", BOT,
                "SLACK_SIGNING_SECRET", SIGNING,
                "SLACK_APP_TOKEN", APP,
                "SLACK_API_URL", "http://127.0.0.1:9/api/",
                "DIBS_DB", notAStore.toString());
        Logger dibs = (Logger) LoggerFactory.getLogger("dibs");
        Level before = dibs.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        log.start();
        dibs.addAppender(log);
        dibs.setAdditive(false);
        dibs.setLevel(Level.DEBUG);
        try (PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            assertThat(CommandLineWords.run(new Main(environment, stream, stream), "up"))
                    .isEqualTo(1);
            assertThat(CommandLineWords.run(new Main(environment, stream, stream), "check"))
                    .isEqualTo(1);
        } finally {
            dibs.setLevel(before);
            dibs.setAdditive(true);
            dibs.detachAppender(log);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("is a folder")
                .doesNotContain("RECOGN");
        assertThat(log.list)
                .isNotEmpty()
                .noneMatch(event -> String.valueOf(event).contains("RECOGN")
                        || String.valueOf(event.getKeyValuePairs()).contains("RECOGN"));
    }
}
