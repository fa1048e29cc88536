package dibs.bot.platform.slack.send;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lane for each channel: its calls are made one after the other, in the order in which they came, and no faster than Slack
 * takes them. Slack takes about one message a second in a channel, see <a
 * href="https://docs.slack.dev/apis/web-api/rate-limits">Slack on rate limits</a>.
 */
public final class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final int LONGEST = 1_000;
    private static final int TRIES = 8;

    private final Executor executor;
    private final Duration spacing;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    /**
     * @param executor on which the calls wait for Slack
     * @param spacing between two calls in one lane
     */
    public Lanes(Executor executor, Duration spacing) {
        this.executor = executor;
        this.spacing = spacing;
    }

    /**
     * Makes the call in its turn, again while Slack says "later", a few times. Cancelled before its turn, it is not made.
     *
     * @param channel the lane
     * @return how it came out; {@link Sent.Later} when Slack said so to the last, or too much waits in the lane
     */
    public <T> CompletableFuture<Sent<T>> insist(String channel, Supplier<Sent<T>> call) {
        return add(channel, new Turn<>(call, TRIES, new CompletableFuture<>()));
    }

    /** The same, only once: for whoever tries again by other means. */
    public <T> CompletableFuture<Sent<T>> once(String channel, Supplier<Sent<T>> call) {
        return add(channel, new Turn<>(call, 1, new CompletableFuture<>()));
    }

    private <T> CompletableFuture<Sent<T>> add(String channel, Turn<T> turn) {
        lanes.computeIfAbsent(channel, Lane::new).add(turn);
        return turn.outcome();
    }

    private record Turn<T>(Supplier<Sent<T>> call, int tries, CompletableFuture<Sent<T>> outcome) {
        /** Makes the call for the so-manieth time; how long to wait when it is to be made again, else zero. */
        Duration go(int time) {
            if (outcome.isDone()) {
                return Duration.ZERO; // nobody waits for it any more
            }
            Sent<T> sent = call.get();
            if (sent instanceof Sent.Later<T> later && time < tries) {
                return later.in();
            }
            outcome.complete(sent);
            return Duration.ZERO;
        }

        void refuse() {
            outcome.complete(new Sent.Later<>(Duration.ofMinutes(1), "too much waits to be said there"));
        }
    }

    private final class Lane {
        private final String channel;
        private final Deque<Turn<?>> waiting = new ArrayDeque<>();
        private boolean busy;
        private int tries;

        private Lane(String channel) {
            this.channel = channel;
        }

        private synchronized void add(Turn<?> turn) {
            if (waiting.size() >= LONGEST) {
                turn.refuse();
                return;
            }
            waiting.add(turn);
            if (!busy) {
                busy = true;
                executor.execute(this::go);
            }
        }

        private void go() {
            Turn<?> turn;
            synchronized (this) {
                if (waiting.isEmpty()) {
                    busy = false;
                    return;
                }
                turn = waiting.element();
            }
            Duration pause = goOn(turn);
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, executor)
                    .execute(this::go);
        }

        /** One try; how long until the next one in this lane. */
        private Duration goOn(Turn<?> turn) {
            Duration again = Duration.ZERO;
            try {
                again = turn.go(++tries);
            } catch (RuntimeException broken) {
                LOG.error("a call in the lane of {} broke", channel, broken);
                turn.outcome().completeExceptionally(broken);
            }
            if (again.isZero()) {
                tries = 0;
                synchronized (this) {
                    waiting.remove();
                }
                return spacing;
            }
            LOG.atDebug().addKeyValue("channel", channel).log("Slack wants to be asked later");
            return again.compareTo(spacing) > 0 ? again : spacing;
        }
    }
}
