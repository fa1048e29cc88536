package dibs.bot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dibs policy test} and {@code dibs policy diff}. */
@Command(
        name = "policy",
        description = "The isolation rules.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class PolicyWords implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    private PolicyWords() {}

    static CommandLine of(Program program) {
        return new CommandLine(new PolicyWords())
                .addSubcommand(new Test(program))
                .addSubcommand(new Diff(program));
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return Program.USAGE;
    }

    @Command(
            name = "test",
            description = "Hold the verdicts that FILEs of cases expect against the rules.",
            mixinStandardHelpOptions = true)
    private static final class Test implements Callable<Integer> {
        private final Program program;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "A YAML file with a list cases.")
        private List<Path> files = new ArrayList<>();

        @Option(names = "--json", description = "Print one JSON array.")
        private boolean json;

        @Option(names = "--text", description = "Ask in the words of the questions, not by the fields of the cases.")
        private boolean text;

        @Option(names = "--config", paramLabel = "DIBS_YAML", description = "The configuration; else DIBS_CONFIG.")
        private @Nullable Path config;

        Test(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            return program.testPolicy(files, json, text, Optional.ofNullable(config));
        }
    }

    @Command(name = "diff", description = "Say which verdicts FILE would change.", mixinStandardHelpOptions = true)
    private static final class Diff implements Callable<Integer> {
        private final Program program;

        @Parameters(paramLabel = "FILE", description = "A dibs.yaml.")
        private Path file = Path.of("dibs.yaml");

        @Option(names = "--all", description = "Give every example, not the first 20.")
        private boolean all;

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Option(
                names = "--config",
                paramLabel = "DIBS_YAML",
                description = "The configuration of now; else DIBS_CONFIG.")
        private @Nullable Path config;

        Diff(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            return program.diffPolicy(file, all, json, Optional.ofNullable(config));
        }
    }
}
