package dibs.bot.bench;

import dibs.backend.person.AccountId;
import dibs.backend.reminder.DueWork;
import dibs.bot.command.Inbound;
import dibs.bot.reply.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * What it takes to end many leases at once, and to look when none is due, beside a short and a long past; and how long somebody
 * who claims something meanwhile waits.
 */
final class Sweeping {
    /** So many looks make one figure: a single one is too short for a clock. */
    private static final int LOOKS = 50;

    /** So many claims are made where nothing is due, to compare with. */
    private static final int CLAIMS = 100;

    private static final int PERSONS_AT_ONCE = 100;
    private static final long THINKS_MILLIS = 20;

    private final Path folder;
    private final Bench.Sizes sizes;
    private final Function<Path, Bench.Subject> open;
    private final PrintStream out;

    /** @param folder where stores may be made that somebody else deletes */
    Sweeping(Path folder, Bench.Sizes sizes, Function<Path, Bench.Subject> open, PrintStream out) {
        this.folder = folder;
        this.sizes = sizes;
        this.open = open;
        this.out = out;
    }

    /** Leases that ended, the time it took, and what claims took meanwhile. */
    private record Turn(double seconds, List<Double> claimMillis) {}

    void run() throws IOException {
        for (int past : sizes.past()) {
            Path file = folder.resolve("past-" + past + ".db");
            open.apply(file).close();
            try (LargePast rows = LargePast.open(file)) {
                rows.fill(past);
                for (int due : sizes.due()) {
                    rows.units(due);
                    measure(file, rows, past, due);
                }
            }
            Files.delete(file);
        }
    }

    private void measure(Path file, LargePast rows, int past, int due) {
        List<Double> seconds = new ArrayList<>();
        List<Double> claims = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        List<Double> looks = new ArrayList<>();
        List<Double> deliveries = new ArrayList<>();
        for (int round = 0; round < sizes.rounds(); round++) {
            rows.due(due);
            try (Subject subject = new Subject(open.apply(file))) {
                alone.addAll(subject.claims(CLAIMS));
                Turn turn = subject.sweep(due);
                seconds.add(turn.seconds());
                claims.addAll(turn.claimMillis());
                rows.undo();
                looks.add(subject.look());
                deliveries.add(subject.lookForUnsaid());
            }
        }
        double median = Contest.median(seconds);
        out.printf(
                "%,d leases due, %,d of the past: %.2f s, %.3f ms each; nothing due: %.3f ms a look, nobody to tell:"
                        + " %.3f ms%n",
                due, past, median, 1_000 * median / due, Contest.median(looks), Contest.median(deliveries));
        out.printf(
                "  a claim meanwhile: p50 %.0f ms, p99 %.0f ms, most %.0f ms of %d; with nothing due: p50 %.0f ms, p99"
                        + " %.0f ms%n",
                part(claims, 0.50),
                part(claims, 0.99),
                part(claims, 1),
                claims.size(),
                part(alone, 0.50),
                part(alone, 0.99));
        out.flush();
    }

    private static double part(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * part) - 1));
    }

    /** The program on the store. */
    private record Subject(Bench.Subject parts) implements AutoCloseable {
        private static final AccountId SPEAKER = AccountId.of("console", "speaker");

        private DueWork work() {
            return new DueWork(parts.due(), InstantSource.system(), () -> {});
        }

        Turn sweep(int due) {
            AtomicBoolean over = new AtomicBoolean();
            try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
                CompletableFuture<List<Double>> claims =
                        CompletableFuture.supplyAsync(() -> claims(Integer.MAX_VALUE, over), executor);
                long began = System.nanoTime();
                int done = work().run();
                double seconds = (System.nanoTime() - began) / 1e9;
                over.set(true);
                if (done < due) {
                    throw new IllegalStateException(done + " of " + due + " leases were ended");
                }
                return new Turn(seconds, claims.join());
            }
        }

        List<Double> claims(int most) {
            return claims(most, new AtomicBoolean());
        }

        private List<Double> claims(int most, AtomicBoolean over) {
            List<Double> millis = new ArrayList<>();
            String name = Bench.environment(0);
            while (millis.size() < most && !over.get()) {
                long began = System.nanoTime();
                say("claim " + name + " for 2h", Outcome.GRANTED);
                millis.add((System.nanoTime() - began) / 1e6);
                say("unclaim " + name, Outcome.RELEASED);
                pause();
            }
            return millis;
        }

        /** How long a look takes where nothing is due, in milliseconds. */
        double look() {
            DueWork work = work();
            work.run();
            return average(work::run);
        }

        double lookForUnsaid() {
            return average(() -> parts.database()
                    .transactor()
                    .read(tx -> tx.deliveries().due(Set.of(LargePast.PLATFORM), Instant.now(), PERSONS_AT_ONCE)));
        }

        private static double average(Runnable look) {
            long began = System.nanoTime();
            for (int i = 0; i < LOOKS; i++) {
                look.run();
            }
            return (System.nanoTime() - began) / 1e6 / LOOKS;
        }

        private void say(String line, Outcome expected) {
            Outcome outcome = parts.conversation()
                    .answer(new Inbound(Optional.empty(), SPEAKER, "speaker", Optional.empty(), SPEAKER.value(), line))
                    .reply()
                    .outcome();
            if (outcome != expected) {
                throw new IllegalStateException("expected: " + expected + ", and not " + outcome);
            }
        }

        private static void pause() {
            try {
                Thread.sleep(THINKS_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public void close() {
            parts.close();
        }
    }
}
