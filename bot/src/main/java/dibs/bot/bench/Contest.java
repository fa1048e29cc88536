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

    /** Times a second, and as a part of what the first contestant does. */
    record Result(double perSecond, double ratio) {}

    private final int rounds;
    private final Duration turn;

    Contest(int rounds, Duration turn) {
        this.rounds = rounds;
        this.turn = turn;
    }

    Map<String, Result> between(List<Contestant> contestants) {
        contestants.forEach(contestant -> perSecond(contestant, turn)); // warm-up
        Map<String, List<Double>> turns = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : contestants) {
                turns.computeIfAbsent(contestant.name(), any -> new ArrayList<>())
                        .add(perSecond(contestant, turn));
            }
        }
        List<Double> first = turns.values().iterator().next();
        Map<String, Result> results = new LinkedHashMap<>();
        turns.forEach((name, own) -> results.put(name, new Result(median(own), median(ratios(own, first)))));
        return results;
    }

    private static double perSecond(Contestant contestant, Duration turn) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(contestant.each().size())) {
            long began = System.nanoTime();
            List<Future<Long>> running = new ArrayList<>();
            for (Work work : contestant.each()) {
                running.add(threads.submit(() -> {
                    long count = 0;
                    while (System.nanoTime() - began < turn.toNanos()) {
                        work.once();
                        count++;
                    }
                    return count;
                }));
            }
            long count = 0;
            for (Future<Long> each : running) {
                count += each.get();
            }
            return count * 1e9 / (System.nanoTime() - began);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(contestant.name() + " did not do its work", broken.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Double> ratios(List<Double> own, List<Double> first) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i) / first.get(i));
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
