package dibs.bot.platform.matrix.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How a call to the homeserver came out. */
public sealed interface Sent<T> {
    /** The same with what becomes of a result. */
    default <R> Sent<R> map(Function<T, R> change) {
        return switch (this) {
            case Done<T> done -> new Done<>(change.apply(done.result()));
            case Later<T> later -> later.as();
            case Refused<T> refused -> new Refused<>(refused.status(), refused.error(), refused.why());
        };
    }

    /** The homeserver did it. */
    record Done<T>(T result) implements Sent<T> {}

    /**
     * The homeserver may do it later: it was asked too often, is in trouble, or could not be reached, and may even have done it.
     *
     * @param retryAfter how long it wants to be left alone, where it says so
     */
    record Later<T>(Optional<Duration> retryAfter, String why, Trouble trouble) implements Sent<T> {
        /** The same where the homeserver wants to be left alone if it says how long, and nothing more is known if not. */
        public Later(Optional<Duration> retryAfter, String why) {
            this(retryAfter, why, retryAfter.isPresent() ? Trouble.LIMIT : Trouble.UNKNOWN);
        }

        /** The same as what came of another call. */
        public <R> Later<R> as() {
            return new Later<>(retryAfter, why, trouble);
        }
    }

    /** What keeps a homeserver from doing something now. */
    enum Trouble {
        /** All that the account asks is too much now. */
        LIMIT,
        /** Its answer is larger than what Dibs reads. */
        TOO_LARGE,
        /** It fails, or does not answer: be it altogether, be it for this one room. */
        UNKNOWN
    }

    /**
     * The homeserver will not do it.
     *
     * @param status of HTTP
     * @param error the error code, such as {@code M_FORBIDDEN}; {@code M_UNKNOWN} where the answer has none
     * @param why what the homeserver says, cut to a line
     */
    record Refused<T>(int status, String error, String why) implements Sent<T> {}
}
