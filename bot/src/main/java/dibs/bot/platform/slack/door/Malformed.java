package dibs.bot.platform.slack.door;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request lacks what every request of its kind from Slack has. Its sender hears so, and nothing is done. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Malformed(String field) {
        super("a request without " + field);
    }

    /** A request without that. */
    public static Malformed without(String field) {
        return new Malformed(field);
    }

    /**
     * The value of a field that Slack always sends.
     *
     * @throws Malformed when it is not there
     */
    public static String required(@Nullable String value, String field) {
        return Optional.ofNullable(value).filter(it -> !it.isBlank()).orElseThrow(() -> new Malformed(field));
    }
}
