package dibs.bot;

import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that keeps a {@link Beat}; the only place that waits. */
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long STOP_WITHIN_MILLIS = 5_000;

    private final Beat beat;
    private final InstantSource clock;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    Pulse(Beat beat, InstantSource clock) {
        this.beat = beat;
        this.clock = clock;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("pulse")
                .uncaughtExceptionHandler(
                        (ended, fault) -> LOG.error("nothing is told or announced any more: start Dibs again", fault))
                .unstarted(this::keep);
    }

    /** Begins at once. */
    void start() {
        thread.start();
    }

    /** Something happened: does not wait for the next time. Returns at once. */
    void wake() {
        woken.release();
    }

    private void keep() {
        boolean happened = false;
        try {
            while (!stopping) {
                long millis = beat.at(clock.instant(), happened).toMillis();
                happened = woken.tryAcquire(Math.max(1, millis), TimeUnit.MILLISECONDS);
                woken.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what is under way, a few seconds at most; what a platform was asked meanwhile is settled at the next start. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            thread.join(STOP_WITHIN_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
