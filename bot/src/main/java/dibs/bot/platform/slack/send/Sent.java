package dibs.bot.platform.slack.send;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How a call to Slack came out. */
public sealed interface Sent<T> {
    /** The same with what becomes of a result. */
    default <R> Sent<R> map(Function<T, R> change) {
        return switch (this) {
            case Done<T> done -> new Done<>(change.apply(done.result()));
            case Later<T> later -> new Later<>(later.in(), later.why());
            case Refused<T> refused -> new Refused<>(refused.error());
        };
    }

    /** Slack did it. */
    record Done<T>(T result) implements Sent<T> {}

    /**
     * Slack may do it later: it was asked too often, or could not be reached, and may even have done it.
     *
     * @param in when to try again
     */
    record Later<T>(Duration in, String why) implements Sent<T> {
        /** How long Slack wants to be left alone; nothing where it was not Slack that said when to try again. */
        public Optional<Duration> asked() {
            return why.equals(SlackApi.RATE_LIMITED) ? Optional.of(in) : Optional.empty();
        }
    }

    /** Slack will not do it; {@code error} is Slack's word, such as {@code channel_not_found}. */
    record Refused<T>(String error) implements Sent<T> {}
}
