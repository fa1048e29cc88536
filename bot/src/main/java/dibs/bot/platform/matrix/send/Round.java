package dibs.bot.platform.matrix.send;

import dibs.backend.intake.Sending;
import dibs.backend.intake.Sending.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends the rows that are due, those of several rooms at a time, until there is none: whoever hangs holds up nobody but itself. */
final class Round {
    /** How long until it is looked again what has become due, while something is under way. */
    private static final Duration A_LOOK = Duration.ofMillis(250);

    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);

    private final Floor floor;
    private final Predicate<Sending> send;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Set<String> lanes = new HashSet<>();
    private final Map<Kind, Integer> underWay = new HashMap<>();
    private int sent;
    private @Nullable Throwable broken;

    /**
     * @param send sends one; whether it got through
     * @param most how many of one kind are under way at a time, at most
     */
    Round(Floor floor, Predicate<Sending> send, int most) {
        this.floor = floor;
        this.send = send;
        this.most = most;
    }

    /**
     * Runs until nothing is due and nothing under way.
     *
     * @param due the oldest that is due of each room, most urgent first; none where nothing is to be begun
     * @return how many were sent
     */
    int run(Supplier<List<Sending>> due) {
        while (true) {
            List<Sending> now = isWhole() ? due.get() : List.of();
            boolean begun = false;
            for (Sending sending : now) {
                begun |= begin(sending);
            }
            lock.lock();
            try {
                if (lanes.isEmpty() && (broken != null || !begun)) {
                    rethrow(broken);
                    return sent;
                }
                if (!lanes.isEmpty()) {
                    ended.await(A_LOOK.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return sent;
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean isWhole() {
        lock.lock();
        try {
            return broken == null;
        } finally {
            lock.unlock();
        }
    }

    private static void rethrow(@Nullable Throwable broken) {
        if (broken instanceof Error error) {
            throw error;
        }
        if (broken instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Whether it was begun: not where its room is busy, or enough of its kind are under way. */
    private boolean begin(Sending sending) {
        lock.lock();
        try {
            if (underWay.getOrDefault(sending.kind(), 0) >= most || !lanes.add(sending.room())) {
                return false;
            }
            underWay.merge(sending.kind(), 1, Integer::sum);
        } finally {
            lock.unlock();
        }
        Floor.Turn turn = floor.queue(sending.kind(), sending.room());
        Thread.ofVirtual().name("matrix-send").start(() -> end(sending, once(turn, sending)));
        return true;
    }

    private boolean once(Floor.Turn turn, Sending sending) {
        if (!turn.came(LONGEST_TURN)) {
            return false;
        }
        try {
            return send.test(sending);
        } catch (RuntimeException | Error end) {
            lock.lock();
            try {
                broken = end;
            } finally {
                lock.unlock();
            }
            return false;
        } finally {
            turn.over();
        }
    }

    private void end(Sending sending, boolean through) {
        lock.lock();
        try {
            lanes.remove(sending.room());
            underWay.merge(sending.kind(), -1, Integer::sum);
            sent += through ? 1 : 0;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
