package dibs.backend.connection;

import dibs.backend.connection.Connection.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Remembers how a platform is connected, as whoever speaks with it reports. Safe for several threads. */
public final class ConnectionWatch {
    private final InstantSource clock;
    private Connection now;

    /** Not reached yet. */
    public ConnectionWatch(String platform, InstantSource clock) {
        this.clock = clock;
        this.now = new Connection(
                platform, State.AWAY, clock.instant(), Optional.empty(), "It has not been reached since the start.");
    }

    /** The platform answered, and lets Dibs in. */
    public synchronized void up(String sentence) {
        now = next(State.UP, Optional.of(clock.instant()), sentence);
    }

    /** The platform did not answer. */
    public synchronized void away(String sentence) {
        now = next(State.AWAY, now.reached(), sentence);
    }

    /** The platform answered that it lets Dibs do nothing; {@code sentence} says what somebody has to mend. */
    public synchronized void barred(String sentence) {
        now = next(State.BARRED, now.reached(), sentence);
    }

    /** How it is. */
    public synchronized Connection now() {
        return now;
    }

    private Connection next(State state, Optional<Instant> reached, String sentence) {
        Instant since = now.state() == state ? now.since() : clock.instant();
        return new Connection(now.platform(), state, since, reached, sentence);
    }
}
