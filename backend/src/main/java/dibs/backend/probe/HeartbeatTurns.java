package dibs.backend.probe;

import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks heartbeats that write at their service once a minute at most, however often and for however many probes they are wanted. */
final class HeartbeatTurns {
    private static final Duration APART = Duration.ofMinutes(1);
    /** What is due so soon is waited for; before, what was found the last time counts. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final LongSupplier nanos;
    private final Map<URI, Turn> turns = new ConcurrentHashMap<>();

    HeartbeatTurns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What the heartbeat says, or said less than a minute ago. */
    Finding ask(URI heartbeat, Look.Deadline deadline, Supplier<Finding> ask) throws InterruptedIOException {
        Turn turn = turns.computeIfAbsent(heartbeat, address -> new Turn());
        turn.lock.lock();
        try {
            Finding last = turn.found;
            if (last != null) {
                Duration wait = APART.minusNanos(nanos.getAsLong() - turn.asked);
                if (wait.compareTo(PATIENCE) > 0) {
                    return last;
                }
                deadline.pause(wait);
            }
            turn.asked = nanos.getAsLong();
            Finding found = ask.get();
            turn.found = found;
            return found;
        } finally {
            turn.lock.unlock();
        }
    }

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private long asked;
        private @Nullable Finding found;
    }
}
