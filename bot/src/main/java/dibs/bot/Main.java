package dibs.bot;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.catalog.DibsConfig;
import dibs.backend.environment.Catalog;
import dibs.backend.environment.CatalogChange;
import dibs.backend.policy.Policy;
import dibs.backend.store.StoreUnavailable;
import dibs.bot.bench.Bench;
import dibs.bot.cli.CommandLineWords;
import dibs.bot.cli.Program;
import dibs.bot.platform.console.ConsoleChat;
import dibs.bot.platform.console.ConsoleLine;
import dibs.bot.platform.console.Lines;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;

/** The program: reads the settings, puts the parts together by hand and runs what was asked for. */
public final class Main implements Program {
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Main(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Starts the program; see {@code dibs --help}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        if (!List.of(arguments).contains("up")) {
            // At a terminal the log would stand between the answers; only what is wrong is said there.
            System.setProperty("dibs.log", "WARN");
        }
        int code = CommandLineWords.run(new Main(System.getenv(), out, err), arguments);
        out.flush();
        System.exit(code);
    }

    @Override
    public int up() {
        return orSay(() -> {
            Start start = Start.read(environment, Optional.empty());
            CountDownLatch stopped = new CountDownLatch(1);
            try (Server server = Server.start(start)) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, stopped), "stop"));
                server.pages().forEach(page -> out.println(page));
                out.println("Talk to it here with: ./dibs chat. Stop it with Ctrl-C.");
                out.flush();
                stopped.await();
                return DONE;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return DONE;
            }
        });
    }

    private static void stop(Server server, CountDownLatch stopped) {
        server.close();
        stopped.countDown();
    }

    @Override
    public int chat(Optional<String> speaker, boolean json, Optional<String> database) {
        return orSay(() -> {
            String name = speaker.orElseGet(() -> System.getProperty("user.name", ""));
            if (!ConsoleLine.isName(name)) {
                throw new CannotStart(
                        USAGE,
                        "A name has letters, digits, points, hyphens and underscores, 64 at most: say who you are with"
                                + " --as NAME.");
            }
            Start start = Start.read(environment, database);
            try (Parts parts = Parts.open(start)) {
                new ConsoleChat(parts.conversation(), json, out).run(new Lines(System.in), name);
                return DONE;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    @Override
    public int checkCatalog(Path file) {
        return switch (ConfigLoader.load(file)) {
            case ConfigResult.Loaded loaded -> {
                Catalog catalog = loaded.config().catalog();
                Policy policy = loaded.config().policy();
                out.println(file + " is good: " + catalog.environments().size() + " environments, "
                        + catalog.edges().all().size() + " edges, "
                        + policy.rules().size() + " rules, "
                        + policy.vocabulary().purposes().size() + " purposes, "
                        + policy.vocabulary().accesses().size() + " accesses.");
                yield DONE;
            }
            case ConfigResult.Faulty faulty -> {
                err.println(faulty.text());
                yield FAILED;
            }
        };
    }

    @Override
    public int diffCatalog(Path file) {
        return switch (ConfigLoader.load(file)) {
            case ConfigResult.Loaded loaded -> {
                DibsConfig builtin = Start.config(ConfigLoader.builtin());
                out.println(
                        CatalogChange.between(builtin.catalog(), loaded.config().catalog())
                                .summary());
                yield DONE;
            }
            case ConfigResult.Faulty faulty -> {
                err.println(faulty.text());
                yield FAILED;
            }
        };
    }

    @Override
    public int testPolicy(List<Path> files, boolean json, boolean text, Optional<Path> config) {
        return orSay(() -> new PolicyCommands(Start.config(environment, config), out, err).test(files, json, text));
    }

    @Override
    public int diffPolicy(Path file, boolean all, boolean json, Optional<Path> config) {
        return orSay(() -> new PolicyCommands(Start.config(environment, config), out, err).diff(file, all, json));
    }

    @Override
    public int check() {
        return orSay(() -> new Check(environment, out).run());
    }

    @Override
    public int slackManifest(boolean socket) {
        return orSay(() -> new Check(environment, out).manifest(socket));
    }

    @Override
    public int bench(int rounds, Duration turn) {
        return orSay(() -> {
            Path folder = Path.of(environment.getOrDefault("DIBS_HOME", "."), "data");
            try {
                Bench.run(new Bench.Plan(folder, rounds, turn), Main::subject, out);
                return DONE;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    @Override
    public int benchSweep(int rounds, List<Integer> past, List<Integer> due) {
        return orSay(() -> {
            Path folder = Path.of(environment.getOrDefault("DIBS_HOME", "."), "data");
            try {
                Bench.sweep(new Bench.Sizes(folder, rounds, past, due), Main::subject, out);
                return DONE;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** The parts with which everybody starts, on a store of its own. */
    private static Bench.Subject subject(Path store) {
        Map<String, String> settings =
                Map.of("DIBS_CONFIG", store.resolveSibling(Bench.CONFIG).toString());
        Parts parts = Parts.open(Start.read(settings, Optional.of(store.toString())));
        return new Bench.Subject(parts.conversation(), parts.catalog().current(), parts.database(), parts.due());
    }

    /** One clear message for whatever keeps the program from starting, and the exit code that goes with it. */
    private int orSay(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (CannotStart cannot) {
            err.println(cannot.getMessage());
            return cannot.exitCode();
        } catch (StoreUnavailable unavailable) {
            err.println(unavailable.getMessage());
            return FAILED;
        }
    }
}
