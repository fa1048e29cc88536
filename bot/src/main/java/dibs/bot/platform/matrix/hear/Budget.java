package dibs.bot.platform.matrix.hear;

import dibs.bot.platform.matrix.client.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each sender may ask: some bots answer what they should not, and each answer would be one more question. Not safe for
 * several threads.
 */
final class Budget {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_SENDERS = 10_000;

    private final int most;
    private final InstantSource clock;
    private final Map<UserId, Spent> spent = new HashMap<>();

    /** @param most how many commands of one sender are done within a minute */
    Budget(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    private record Spent(Instant since, int count) {}

    /** What becomes of a command. */
    enum Verdict {
        /** It is done. */
        DO,
        /** It is the first that is not done; the sender is told. */
        SAY_SO,
        /** It is not done either, and the sender knows. */
        LEAVE
    }

    Verdict next(UserId sender) {
        Instant now = clock.instant();
        if (spent.size() >= MOST_SENDERS) {
            spent.values().removeIf(it -> !now.isBefore(it.since().plus(WINDOW)));
        }
        Spent before = spent.getOrDefault(sender, new Spent(now, 0));
        Spent after = now.isBefore(before.since().plus(WINDOW))
                ? new Spent(before.since(), before.count() + 1)
                : new Spent(now, 1);
        spent.put(sender, after);
        if (after.count() <= most) {
            return Verdict.DO;
        }
        return after.count() == most + 1 ? Verdict.SAY_SO : Verdict.LEAVE;
    }
}
