package dibs.bot.bench;

import dibs.backend.environment.Catalog;
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
import java.util.function.Function;
import java.util.stream.Stream;

/** Measures the program beside the least that could do the same, turn by turn, and prints medians and ratios. */
public final class Bench {
    private Bench() {}

    /**
     * How to measure.
     *
     * @param folder on the disk that counts; what is made in it is deleted again
     * @param rounds how often each contestant has its turn
     * @param turn how long a turn lasts
     */
    public record Plan(Path folder, int rounds, Duration turn) {}

    /** The program's parts on an opened store. */
    public record Subject(Conversation conversation, Catalog catalog, Database database) implements AutoCloseable {
        @Override
        public void close() {
            database.close();
        }
    }

    /**
     * Runs it all.
     *
     * @param open puts the program's parts together on a SQLite file
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
            try (Subject subject = open.apply(folder.resolve("dibs.db"));
                    BareLoop bare = BareLoop.open(folder.resolve("bare.db"), open)) {
                new Claims(subject, bare, plan).run(out);
                new Judging(subject.catalog(), plan).run(out);
            }
            new Starts(folder, plan.rounds()).run(out);
            out.println("load average at the end " + Machine.load());
            out.flush();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
