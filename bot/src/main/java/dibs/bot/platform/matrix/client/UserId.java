package dibs.bot.platform.matrix.client;

/**
 * A user, by the full id; display names are no identity, since everybody may take any.
 *
 * @param value such as {@code @ann:example.org}
 */
public record UserId(String value) {
    /** The server that the account is on: what follows the first colon; empty where there is none. */
    public String server() {
        return value.substring(Math.min(value.length(), Math.max(value.indexOf(':') + 1, 1)));
    }

    @Override
    public String toString() {
        return value;
    }
}
