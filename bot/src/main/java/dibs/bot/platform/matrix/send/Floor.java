package dibs.bot.platform.matrix.send;

import dibs.backend.intake.Sending.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Who may speak: a few at a time, never two in one lane, and of those who wait and whose lane is free the most urgent first, then who
 * came first. A lane is a room, or whatever else has an order to keep.
 */
final class Floor {
    private static final long A_LOOK = TimeUnit.SECONDS.toNanos(1);

    private final IntSupplier width;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Turn> waiting = new LinkedHashSet<>();
    private final Set<String> taken = new HashSet<>();

    /** @param width how many may speak at a time now */
    Floor(IntSupplier width) {
        this.width = width;
    }

    /** A place among those who wait; it is to be waited for. */
    Turn queue(Kind kind, String lane) {
        lock.lock();
        try {
            Turn turn = new Turn(kind, lane);
            waiting.add(turn);
            return turn;
        } finally {
            lock.unlock();
        }
    }

    private boolean mayGo(Turn turn) {
        if (taken.size() >= width.getAsInt() || taken.contains(turn.lane)) {
            return false;
        }
        return waiting.stream()
                .filter(other -> !taken.contains(other.lane))
                .reduce((first, other) -> other.urgency() < first.urgency() ? other : first)
                .filter(turn::equals)
                .isPresent();
    }

    /** Somebody's turn: to be waited for, and to be given back where it came. */
    final class Turn {
        private final Kind kind;
        private final String lane;

        private Turn(Kind kind, String lane) {
            this.kind = kind;
            this.lane = lane;
        }

        private int urgency() {
            return Urgency.of(kind);
        }

        /** Waits for it; whether it came within that time. Where it did not, the place is lost. */
        boolean came(Duration longest) {
            lock.lock();
            try {
                long end = System.nanoTime() + longest.toNanos();
                while (!mayGo(this)) {
                    long left = end - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    // The width may change with the time, of which nobody tells.
                    changed.await(Math.min(left, A_LOOK), TimeUnit.NANOSECONDS);
                }
                taken.add(lane);
                return true;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                waiting.remove(this);
                changed.signalAll();
                lock.unlock();
            }
        }

        /** Gives the floor to whoever is next. */
        void over() {
            lock.lock();
            try {
                taken.remove(lane);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
