package dibs.backend.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who act at the same moment. */
final class Crowd {
    private static final int PATIENCE_SECONDS = 60;

    private Crowd() {}

    /** Runs them all from one starting shot; their results in order. A failure of one fails all. */
    static <T> List<T> together(int size, IntFunction<Callable<T>> member) {
        CyclicBarrier start = new CyclicBarrier(size);
        try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
            List<Future<T>> running = IntStream.range(0, size)
                    .mapToObj(member)
                    .map(work -> threads.submit(() -> {
                        start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        return work.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
