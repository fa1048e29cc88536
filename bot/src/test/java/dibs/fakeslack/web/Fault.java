package dibs.fakeslack.web;

import java.time.Duration;

/** What can go wrong with a call, instead of or after doing it. */
public sealed interface Fault {
    /** 429 with {@code Retry-After}; nothing was done. */
    static Fault rateLimited(Duration retryAfter) {
        return new RateLimited(retryAfter);
    }

    /** A refusal in Slack's own word, such as {@code channel_not_found}; nothing was done. */
    static Fault error(String error) {
        return new Refused(error);
    }

    /** 503 with a page of HTML; nothing was done. */
    static Fault serverError() {
        return new Status(503, "<html><body>Service Unavailable</body></html>");
    }

    /** Any status with any body; nothing was done. */
    static Fault status(int status, String body) {
        return new Status(status, body);
    }

    /** The connection is reset; nothing was done. */
    static Fault reset() {
        return new Reset(false);
    }

    /** It is done, but the connection is reset before the answer. */
    static Fault answerLost() {
        return new Reset(true);
    }

    /** No answer until the fake is told to let go; nothing was done. */
    static Fault hang() {
        return new Hang(false);
    }

    /** It is done, but there is no answer until the fake is told to let go. */
    static Fault answerLate() {
        return new Hang(true);
    }

    /** See {@link #rateLimited}. */
    record RateLimited(Duration retryAfter) implements Fault {}

    /** See {@link #error}. */
    record Refused(String error) implements Fault {}

    /** See {@link #status}. */
    record Status(int status, String body) implements Fault {}

    /** See {@link #reset} and {@link #answerLost}. */
    record Reset(boolean done) implements Fault {}

    /** See {@link #hang} and {@link #answerLate}. */
    record Hang(boolean done) implements Fault {}
}
