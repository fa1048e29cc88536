package dibs.bot.bench;

import dibs.backend.environment.Catalog;
import dibs.backend.reminder.Due;
import dibs.backend.store.Database;
import dibs.bot.command.Conversation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures the program beside the least that could do the same, turn by turn, and prints medians and ratios. */
public final class Bench {
    /** Enough for every connection of {@link SlashCommands} to have one of its own. */
    private static final int ENVIRONMENTS = 32;

    /** The file beside a measured store that has its settings and environments. */
    public static final String CONFIG = "dibs.yaml";

    private Bench() {}

    /**
     * How to measure.
     *
     * @param folder on the disk that counts; what is made in it is deleted again
     * @param rounds how often each contestant has its turn
     * @param turn how long a turn lasts
     */
    public record Plan(Path folder, int rounds, Duration turn) {}

    /**
     * What to measure the end of many leases with.
     *
     * @param past how many leases ended before
     * @param due how many end at once, in rising order
     */
    public record Sizes(Path folder, int rounds, List<Integer> past, List<Integer> due) {}

    /**
     * The program's parts on an opened store.
     *
     * @param due what falls due with time, by name
     */
    public record Subject(Conversation conversation, Catalog catalog, Database database, Map<String, Due> due)
            implements AutoCloseable {
        @Override
        public void close() {
            database.close();
        }
    }

    /**
     * Runs it all.
     *
     * @param open puts the program's parts together on a SQLite file, with the {@link #CONFIG} beside it
     * @throws IOException when the folder or a started program cannot be used
     */
    public static void run(Plan plan, Function<Path, Subject> open, PrintStream out) throws IOException {
        Files.createDirectories(plan.folder());
        Path folder = Files.createTempDirectory(plan.folder(), "bench");
        try {
            out.printf(
                    "dibs bench, %s, %d rounds of %d ms%n",
                    Instant.now().truncatedTo(ChronoUnit.MINUTES),
                    plan.rounds(),
                    plan.turn().toMillis());
            Machine.describe(folder).forEach(out::println);
            Files.writeString(folder.resolve(CONFIG), environments());
            try (Subject subject = open.apply(folder.resolve("dibs.db"));
                    BareLoop bare = BareLoop.open(folder.resolve("bare.db"), open)) {
                new Claims(subject, bare, plan).run(out);
                new Judging(plan).run(out);
                new SlashCommands(subject, plan).run(out);
            }
            new Starts(folder, plan.rounds()).run(out);
            out.println("load average at the end " + Machine.load());
            out.flush();
        } finally {
            delete(folder);
        }
    }

    /**
     * Measures only what it takes to end many leases at once.
     *
     * @param open puts the program's parts together on a SQLite file, with the {@link #CONFIG} beside it
     * @throws IOException when the folder cannot be used
     */
    public static void sweep(Sizes sizes, Function<Path, Subject> open, PrintStream out) throws IOException {
        Files.createDirectories(sizes.folder());
        Path folder = Files.createTempDirectory(sizes.folder(), "bench");
        try {
            out.printf(
                    "dibs bench --sweep, %s, %d rounds%n",
                    Instant.now().truncatedTo(ChronoUnit.MINUTES), sizes.rounds());
            Machine.describe(folder).forEach(out::println);
            Files.writeString(folder.resolve(CONFIG), environments());
            new Sweeping(folder, sizes, open, out).run();
            out.println("load average at the end " + Machine.load());
            out.flush();
        } finally {
            delete(folder);
        }
    }

    /** The environment that is measured with; there are as many as {@link #ENVIRONMENTS}. */
    static String environment(int number) {
        return "bench-" + number;
    }

    private static String environments() {
        return IntStream.range(0, ENVIRONMENTS)
                .mapToObj(number -> "    - {id: " + environment(number)
                        + ", kind: staging-repo, title: Bench, mode: exclusive, tier: dev}\n")
                .collect(Collectors.joining("", "catalog:\n  environments:\n", ""));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
