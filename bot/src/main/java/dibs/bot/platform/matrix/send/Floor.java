package dibs.bot.platform.matrix.send;

import dibs.backend.intake.Sending.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Who may speak: one at a time, and of those who wait the most urgent first. */
final class Floor {
    private final Map<Kind, Integer> waiting = new EnumMap<>(Kind.class);
    private boolean taken;

    /** Waits for the floor; whether it was had within that time. Who had it gives it back. */
    synchronized boolean take(Kind kind, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        waiting.merge(kind, 1, Integer::sum);
        try {
            while (taken || somebodyBefore(kind)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            taken = true;
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.merge(kind, -1, Integer::sum);
            notifyAll();
        }
    }

    /** Gives it to whoever is next. */
    synchronized void give() {
        taken = false;
        notifyAll();
    }

    private boolean somebodyBefore(Kind kind) {
        return waiting.entrySet().stream()
                .anyMatch(entry -> entry.getValue() > 0 && Urgency.of(entry.getKey()) < Urgency.of(kind));
    }
}
