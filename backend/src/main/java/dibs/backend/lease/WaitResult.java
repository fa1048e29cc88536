package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonRef;
import java.util.List;

/** What became of joining a line. */
public sealed interface WaitResult {
    /**
     * The asker is in line.
     *
     * @param ahead who is before the asker in any of its lines, first in line first
     */
    record InLine(EnvironmentId environment, List<PersonRef> ahead, List<Lease> held) implements WaitResult {}

    /** Nobody has it: claim it. */
    record Free(EnvironmentId environment) implements WaitResult {}

    /** It is the asker's already. */
    record Yours(Lease lease) implements WaitResult {}
}
