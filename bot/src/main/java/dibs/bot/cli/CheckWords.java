package dibs.bot.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dibs check}. */
@Command(
        name = "check",
        description = "Say whether everything is as a start needs it, and what to mend.",
        mixinStandardHelpOptions = true)
final class CheckWords implements Callable<Integer> {
    private final Program program;

    @Option(
            names = "--slack-manifest",
            paramLabel = "WAY",
            description = "Print the manifest of a Slack app instead: ${COMPLETION-CANDIDATES}.")
    private @Nullable Way way;

    /** How Slack's requests come. */
    enum Way {
        http,
        socket
    }

    CheckWords(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return way == null ? program.check() : program.slackManifest(way == Way.socket);
    }
}
