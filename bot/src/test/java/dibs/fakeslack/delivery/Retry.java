package dibs.fakeslack.delivery;

/**
 * That something is sent again, and why Slack says it is.
 *
 * @param number 1 for the first repeat
 * @param reason such as {@code http_timeout} or {@code http_error}
 */
public record Retry(int number, String reason) {}
