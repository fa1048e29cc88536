package dibs.bot.platform.slack.send;

import java.time.Duration;

/** How a call to Slack came out. */
public sealed interface Sent<T> {
    /** Slack did it. */
    record Done<T>(T result) implements Sent<T> {}

    /**
     * Slack may do it later: it was asked too often, or could not be reached, and may even have done it.
     *
     * @param in when to try again
     */
    record Later<T>(Duration in, String why) implements Sent<T> {}

    /** Slack will not do it; {@code error} is Slack's word, such as {@code channel_not_found}. */
    record Refused<T>(String error) implements Sent<T> {}
}
