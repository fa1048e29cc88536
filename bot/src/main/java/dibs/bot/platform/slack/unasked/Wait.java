package dibs.bot.platform.slack.unasked;

import dibs.bot.platform.slack.send.Sent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a call in a lane, but not for ever. */
final class Wait {
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private Wait() {}

    /** How it came out; "later" when it did not within half a minute, and it is not made then if its turn has not come. */
    static <T> Sent<T> on(CompletableFuture<Sent<T>> call) {
        try {
            return call.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            call.cancel(false);
            return new Sent.Later<>(LONGEST, "its turn did not come");
        } catch (InterruptedException interrupted) {
            call.cancel(false);
            Thread.currentThread().interrupt();
            return new Sent.Later<>(LONGEST, "interrupted");
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }
}
