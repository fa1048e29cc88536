package dibs.bot.platform.matrix.send;

import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.Sent.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How fast the homeserver takes what is sent. What it says of its limits is about all of the account. Where it only fails, that is
 * about the lane that it failed for, until it has failed for several and done nothing for anybody in between.
 */
final class Paces {
    private static final int SEVERAL = 3;

    private final Pace account = new Pace();
    private final Map<String, Pace> failing = new HashMap<>();
    private final Set<String> inARow = new HashSet<>();

    /** How long nothing at all may be sent from now on; nothing where something may. */
    Optional<Duration> closed(Instant now) {
        return account.closed(now);
    }

    /** The same of one lane. */
    synchronized Optional<Duration> closed(String lane, Instant now) {
        Optional<Duration> all = account.closed(now);
        Pace own = failing.get(lane);
        return all.isPresent() || own == null ? all : own.closed(now);
    }

    /** Something got through there. */
    synchronized void open(String lane) {
        account.open();
        inARow.clear();
        failing.remove(lane);
    }

    /** @return from when on something may be sent there again */
    synchronized Instant pause(String lane, Sent.Later<?> later, Instant now) {
        if (later.trouble() == Trouble.LIMIT) {
            return account.pause(later.retryAfter(), true, now);
        }
        inARow.add(lane);
        Instant own = failing.computeIfAbsent(lane, room -> new Pace()).pause(later.retryAfter(), false, now);
        Instant all = inARow.size() < SEVERAL ? own : account.pause(Optional.empty(), false, now);
        return all.isAfter(own) ? all : own;
    }

    /** Dibs' own account is in trouble. */
    Instant pauseAll(Instant now) {
        return account.pause(Optional.empty(), false, now);
    }

    /** Whether the homeserver has said not long ago that it was too much. */
    boolean wasLimited(Instant now) {
        return account.wasLimited(now);
    }
}
