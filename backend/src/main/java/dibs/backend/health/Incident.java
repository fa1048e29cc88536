package dibs.backend.health;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that went wrong, with what it took along: told as one thread.
 *
 * @param root what is at the bottom of it, as far as is known
 * @param closed when all of it was well again
 * @param lines what happened, oldest first, at least one
 */
public record Incident(
        String id, EnvironmentId root, Instant opened, Optional<Instant> closed, List<IncidentLine> lines) {
    public Incident {
        lines = List.copyOf(lines);
    }

    /** All that were ever part of it, in the order in which they came. */
    public Set<EnvironmentId> environments() {
        Set<EnvironmentId> all = new LinkedHashSet<>();
        lines.forEach(line -> all.add(line.environment()));
        return all;
    }
}
