package dibs.bot.platform.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our table of numbers against what Slack's own types say. */
class LimitsTest {
    private static final Path TYPES = Path.of("src/test/resources/slack/types-3.2.0.txt");
    private static final String BY_TYPES = "@slack/types ";

    @ParameterizedTest
    @EnumSource
    void aNumberIsWhatItsSourceSays(Limits limit) throws IOException {
        List<String> lines = Files.readAllLines(TYPES);

        if (limit.source().startsWith(BY_TYPES)) {
            assertThat(lines).contains(limit.source().substring(BY_TYPES.length()) + " " + limit.most());
        } else {
            assertThat(limit.source()).matches("docs\\.slack\\.dev/.*|slackapi/.*|our own");
        }
    }
}
