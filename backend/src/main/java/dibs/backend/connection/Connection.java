package dibs.backend.connection;

import java.time.Instant;
import java.util.Optional;

/**
 * How one platform is connected.
 *
 * @param platform its name, such as {@code slack}
 * @param since when it came to be so
 * @param reached when the platform last answered; nothing where it never did
 * @param sentence the same for people, with what to do where somebody has to do something; no secret, nobody's name
 */
public record Connection(String platform, State state, Instant since, Optional<Instant> reached, String sentence) {

    /** What it is. */
    public enum State {
        /** The platform answers. */
        UP,
        /** It does not at the moment, which passes by itself. */
        AWAY,
        /** It answers and lets Dibs do nothing, until somebody mends that. */
        BARRED
    }

    /** Whether the platform answers and lets Dibs in. */
    public boolean up() {
        return state == State.UP;
    }
}
