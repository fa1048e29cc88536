package dibs.bot.platform.matrix;

import java.time.Duration;

/**
 * How patient Dibs is on Matrix.
 *
 * @param poll how long the homeserver is asked to wait for something to happen
 * @param perMinute how many commands of one person are done within a minute
 */
public record Patience(Duration poll, int perMinute) {
    /** A poll is shorter than what proxies let stand; and nobody types a command every second for long. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(30), 60);
}
