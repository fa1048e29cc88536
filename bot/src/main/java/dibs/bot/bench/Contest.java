package dibs.bot.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Contestants that do the same work take turns, so that what else the machine does hits all of them; what counts is the
 * median of a contestant's turns, and of its turns' ratios to the first contestant's turn of the same round.
 */
final class Contest {
    /** One thread's way to do the work once; throws when it was not done. */
    @FunctionalInterface
    interface Work {
        void once() throws Exception;
    }

    /**
     * @param each the work of each of its threads
     */
    record Contestant(String name, List<Work> each) {}

    /**
     * The medians of a contestant's turns.
     *
     * @param perSecond how often the work was done in a second, by all threads together
     * @param ratio the same, as a part of what the first contestant does
     * @param millis50 how long half of a turn's work took at most, each from its beginning to its end
     * @param millis99 how long all but a hundredth of it took at most
     */
    record Result(double perSecond, double ratio, double millis50, double millis99) {}

    private record Turn(double perSecond, double millis50, double millis99) {
        static Turn of(List<long[]> nanos, double seconds) {
            long[] sorted =
                    nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Turn(sorted.length / seconds, millis(sorted, 0.50), millis(sorted, 0.99));
        }

        private static double millis(long[] sorted, double part) {
            return sorted[Math.max(0, (int) Math.ceil(sorted.length * part) - 1)] / 1e6;
        }
    }

    private final int rounds;
    private final Duration turn;

    Contest(int rounds, Duration turn) {
        this.rounds = rounds;
        this.turn = turn;
    }

    Map<String, Result> between(List<Contestant> contestants) {
        contestants.forEach(contestant -> turn(contestant, turn)); // warm-up
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : contestants) {
                turns.computeIfAbsent(contestant.name(), any -> new ArrayList<>())
                        .add(turn(contestant, turn));
            }
        }
        List<Turn> first = turns.values().iterator().next();
        Map<String, Result> results = new LinkedHashMap<>();
        turns.forEach((name, own) -> results.put(
                name,
                new Result(
                        median(own, Turn::perSecond),
                        median(ratios(own, first)),
                        median(own, Turn::millis50),
                        median(own, Turn::millis99))));
        return results;
    }

    private static Turn turn(Contestant contestant, Duration turn) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(contestant.each().size())) {
            long began = System.nanoTime();
            List<Future<long[]>> running = new ArrayList<>();
            for (Work work : contestant.each()) {
                running.add(threads.submit(() -> nanos(work, began, turn)));
            }
            List<long[]> nanos = new ArrayList<>();
            for (Future<long[]> each : running) {
                nanos.add(each.get());
            }
            return Turn.of(nanos, (System.nanoTime() - began) / 1e9);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(contestant.name() + " did not do its work", broken.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Does the work until the turn is over, at least once; how long each time took. */
    private static long[] nanos(Work work, long began, Duration turn) throws Exception {
        LongStream.Builder nanos = LongStream.builder();
        long before = System.nanoTime();
        do {
            work.once();
            long after = System.nanoTime();
            nanos.add(after - before);
            before = after;
        } while (before - began < turn.toNanos());
        return nanos.build().toArray();
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> what) {
        return median(turns.stream().map(what::applyAsDouble).toList());
    }

    private static List<Double> ratios(List<Turn> own, List<Turn> first) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i).perSecond() / first.get(i).perSecond());
        }
        return ratios;
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }
}
