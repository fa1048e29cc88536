package dibs.backend.jobs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Notices that something stopped. It measures lengths of time and never reads the clock, so no setting of the clock deceives it. */
final class Watchdog implements AutoCloseable {
    private final Duration patience;
    private final Runnable silent;
    private final AtomicBoolean seen = new AtomicBoolean(true);
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watchdog").factory());

    /** @param silent is called each time that nothing was seen for so long */
    Watchdog(Duration patience, Runnable silent) {
        this.patience = patience;
        this.silent = silent;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, patience.toNanos(), patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** All is well. */
    void seen() {
        seen.set(true);
    }

    private void look() {
        if (!seen.getAndSet(false)) {
            silent.run();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
