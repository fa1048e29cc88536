package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.List;

/** The port to uses; part of a transaction. A person has at most one open use of an environment. */
public interface UseRows {
    /** Writes a use; an open one of the same person and environment ends at that moment. */
    void record(Use use);

    /** The uses of the environment that are not over at that moment, oldest first. */
    List<Use> of(EnvironmentId environment, Instant now);

    /** The uses of the person that are not over at that moment, by environment. */
    List<Use> by(PersonId person, Instant now);

    /** All uses that are not over at that moment, by environment, then oldest first. */
    List<Use> all(Instant now);

    /** Ends a use that is open; whether it was. */
    boolean end(String id, Instant at);

    /** Sets another end, if the use is open; whether it was. */
    boolean extend(String id, Instant until);
}
