package dibs.bot.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dibs up}, {@code dibs chat} and what else can be started. */
@Command(
        name = "dibs",
        description = "Leases and states of shared environments.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class CommandLineWords implements Callable<Integer> {
    private CommandLineWords() {}

    /** Runs what the arguments ask for; the exit code. */
    public static int run(Program program, String... arguments) {
        PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine words = new CommandLine(new CommandLineWords())
                .addSubcommand(new Up(program))
                .addSubcommand(new Chat(program))
                .addSubcommand(new CommandLine(new CatalogWords())
                        .addSubcommand(new Check(program))
                        .addSubcommand(new Diff(program)))
                .addSubcommand(PolicyWords.of(program))
                .addSubcommand(new CheckWords(program))
                .addSubcommand(new Bench(program))
                .setErr(errors);
        return words.execute(arguments);
    }

    @Override
    public Integer call() {
        new CommandLine(this).usage(System.err);
        System.err.println("Start it with: dibs up. Talk to it with: dibs chat.");
        return Program.USAGE;
    }

    @Command(name = "up", description = "Start the server and its pages.", mixinStandardHelpOptions = true)
    private record Up(Program program) implements Callable<Integer> {
        @Override
        public Integer call() {
            return program.up();
        }
    }

    @Command(name = "chat", description = "Answer the lines of standard input.", mixinStandardHelpOptions = true)
    private static final class Chat implements Callable<Integer> {
        private final Program program;

        @Option(names = "--as", paramLabel = "NAME", description = "Who speaks; else the user of the system.")
        private @Nullable String speaker;

        @Option(names = "--json", description = "Answer with one JSON object a line.")
        private boolean json;

        @Option(names = "--db", paramLabel = "FILE", description = "A path or a JDBC URL; else DIBS_DB.")
        private @Nullable String database;

        Chat(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            return program.chat(Optional.ofNullable(speaker), json, Optional.ofNullable(database));
        }
    }

    @Command(name = "catalog", description = "Look at a configuration file.", mixinStandardHelpOptions = true)
    private static final class CatalogWords implements Callable<Integer> {
        @Override
        public Integer call() {
            System.err.println("Say what to do: dibs catalog check FILE, or dibs catalog diff FILE.");
            return Program.USAGE;
        }
    }

    @Command(name = "check", description = "Say what is wrong with FILE.", mixinStandardHelpOptions = true)
    private static final class Check implements Callable<Integer> {
        private final Program program;

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("dibs.yaml");

        Check(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            return program.checkCatalog(file);
        }
    }

    @Command(name = "diff", description = "Say what FILE changes in the catalog.", mixinStandardHelpOptions = true)
    private static final class Diff implements Callable<Integer> {
        private final Program program;

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("dibs.yaml");

        Diff(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            return program.diffCatalog(file);
        }
    }

    @Command(
            name = "bench",
            description = "Measure claims and starts beside the least that could do the same.",
            mixinStandardHelpOptions = true)
    private static final class Bench implements Callable<Integer> {
        private final Program program;

        @Option(names = "--rounds", paramLabel = "N", description = "Turns of each contestant; else ${DEFAULT-VALUE}.")
        private int rounds = 7;

        @Option(names = "--millis", paramLabel = "MS", description = "How long a turn lasts; else ${DEFAULT-VALUE}.")
        private int millis = 2_000;

        @Option(names = "--sweep", description = "Measure only what it takes to end many leases at once.")
        private boolean sweep;

        @Option(names = "--past", split = ",", paramLabel = "N", description = "Beside so many that ended before.")
        private List<Integer> past = List.of(10_000, 1_000_000);

        @Option(names = "--due", split = ",", paramLabel = "N", description = "So many at once.")
        private List<Integer> due = List.of(1_000, 10_000, 100_000);

        Bench(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            if (sweep) {
                return program.benchSweep(Math.max(1, rounds), past, due);
            }
            return program.bench(Math.max(1, rounds), Duration.ofMillis(Math.max(1, millis)));
        }
    }
}
