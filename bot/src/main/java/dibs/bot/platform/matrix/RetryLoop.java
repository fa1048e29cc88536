package dibs.bot.platform.matrix;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does pieces of work over and over in the background, until it is closed; after a fault each time a little later. */
final class RetryLoop implements AutoCloseable {
    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(RetryLoop.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);
    private static final int DOUBLINGS = 6;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** A piece of work, and how long to wait after it. */
    @FunctionalInterface
    interface Work {
        Duration once() throws InterruptedException;
    }

    void start(String what, Work work) {
        executor.execute(() -> keepAt(what, work));
    }

    /** Whatever breaks: nobody else would begin it again. */
    private void keepAt(String what, Work work) {
        int failures = 0;
        try {
            while (!closed()) {
                try {
                    Duration pause = work.once();
                    rest(pause.isZero() ? pause : longer(pause, failures));
                    failures = pause.isZero() ? 0 : failures + 1;
                } catch (RuntimeException | Error broken) {
                    if (closed()) {
                        return; // what was under way is done again by the next process
                    }
                    failures++;
                    LOG.warn("{} failed and is tried again", what, broken);
                    rest(longer(FIRST_PAUSE, failures));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause, int failures) {
        Duration own = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        Duration capped = own.compareTo(LONGEST_PAUSE) < 0 ? own : LONGEST_PAUSE;
        return capped.compareTo(pause) > 0 ? capped : pause;
    }

    /** Whether nothing is begun any more. */
    boolean closed() {
        return closing.getCount() == 0;
    }

    /** So long, or until it is closed. */
    private void rest(Duration pause) throws InterruptedException {
        closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Begins nothing any more. */
    void end() {
        closing.countDown();
        executor.shutdown();
    }

    /**
     * Waits for what is under way, a few seconds at most: whoever is in the middle of a transaction is not to be interrupted, or the store
     * would be closed beneath it.
     */
    @Override
    public void close() {
        end();
        try {
            if (!executor.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
                if (!executor.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn("what is said and sent on Matrix did not end in time");
                }
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
