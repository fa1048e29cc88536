package dibs.bot.platform.slack;

import java.time.Duration;

/**
 * How fast Dibs is on Slack.
 *
 * @param patience how long Slack is kept waiting for an acknowledgement
 * @param spacing between two messages in one channel
 */
public record Timing(Duration patience, Duration spacing) {
    /** Slack wants to hear within three seconds, and people within one; and takes a message a second in a channel. */
    public static final Timing USUAL = new Timing(Duration.ofMillis(800), Duration.ofSeconds(1));
}
