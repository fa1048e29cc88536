package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import java.util.List;

/** What became of joining a line. */
public sealed interface WaitResult {
    /**
     * The asker is in line.
     *
     * @param held the leases in the way
     */
    record InLine(Place place, List<Lease> held) implements WaitResult {}

    /**
     * The asker is in several lines, until one of them is served.
     *
     * @param any what the asker waits for any of
     * @param places one for each environment, in the order asked for
     */
    record InLines(String any, List<Place> places) implements WaitResult {}

    /**
     * Nothing changed: the asker stands in line already for something else that has a part in common with it, and nobody stands in one
     * line twice.
     *
     * @param other what the asker waits for
     */
    record Overlaps(EnvironmentId environment, EnvironmentId other) implements WaitResult {}

    /** Nobody has it: claim it. */
    record Free(EnvironmentId environment) implements WaitResult {}

    /** It is the asker's already. */
    record Yours(Lease lease) implements WaitResult {}
}
