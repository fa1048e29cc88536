package dibs.backend.history;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to what happened; part of a transaction. */
public interface History {
    /** Adds a line. */
    void add(HistoryEvent event);

    /**
     * The newest lines, newest first.
     *
     * @param environment only of this one, where given
     * @param since only from then on, where given
     * @param limit at most so many
     */
    List<HistoryEvent> newest(Optional<EnvironmentId> environment, Optional<Instant> since, int limit);

    /** The newest lines that a person caused since then, newest first. */
    List<HistoryEvent> by(PersonId actor, Instant since, int limit);
}
