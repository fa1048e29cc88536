package dibs.backend.health;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened in an incident.
 *
 * @param number from 1 on
 * @param environment what it happened to; of a cause, what is at the bottom of it
 * @param health how that is since then
 * @param sentence what was seen
 * @param deployed when something else was deployed there, where that was lately
 */
public record IncidentLine(
        int number,
        Instant at,
        What what,
        EnvironmentId environment,
        Health health,
        String sentence,
        Optional<Instant> deployed) {
    /** What can happen. */
    public enum What {
        /** It became so. */
        TURNED,
        /** It is found to be the cause of what was told before. */
        CAUSE,
        /** It changes to and fro, and no more is told of it until it is quiet. */
        FLAPPING,
        /** Nobody looks at it any more, so it is no part of the incident from then on. */
        UNWATCHED
    }
}
