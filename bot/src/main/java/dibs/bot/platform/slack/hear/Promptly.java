package dibs.bot.platform.slack.hear;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for work only so long that Slack, which wants to hear within three seconds, hears within one. */
final class Promptly {
    private static final Logger LOG = LoggerFactory.getLogger(Promptly.class);

    private final Executor executor;
    private final Duration patience;

    /** @param patience how long Slack is kept waiting */
    Promptly(Executor executor, Duration patience) {
        this.executor = executor;
        this.patience = patience;
    }

    /**
     * Does the work; its result when it is there in time. Else nothing, and {@code late} gets it once it is there: exactly
     * one of both.
     */
    <T> Optional<T> within(Supplier<T> work, Consumer<T> late) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(work, executor);
        try {
            return Optional.of(result.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            result.thenAcceptAsync(late, executor).exceptionally(broken -> {
                LOG.error("an answer came late and could not be given", broken);
                return null;
            });
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a person waits", interrupted);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }
}
