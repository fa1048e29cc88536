package dibs.backend.jobs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Notices that something stopped. It measures lengths of time and never reads the clock, so no setting of the clock deceives it. */
final class Watchdog implements AutoCloseable {
    private final Duration patience;
    private final Runnable silent;
    private final Semaphore seen = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().daemon().name("watchdog").unstarted(this::keep);

    /** @param silent is called each time that nothing was seen for so long */
    Watchdog(Duration patience, Runnable silent) {
        this.patience = patience;
        this.silent = silent;
    }

    void start() {
        thread.start();
    }

    /** All is well. */
    void seen() {
        seen.release();
    }

    private void keep() {
        try {
            while (true) {
                if (!seen.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    silent.run();
                }
                seen.drainPermits();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
