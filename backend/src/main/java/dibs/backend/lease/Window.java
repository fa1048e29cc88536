package dibs.backend.lease;

import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonRef;
import java.time.Instant;

/**
 * A unit that is kept for somebody who waits: nobody else can take it.
 *
 * @param until the first moment at which it is kept no longer
 */
public record Window(UnitName unit, PersonRef person, Kind kind, Instant since, Instant until) {

    /** Why it is kept. */
    public enum Kind {
        /** The person may claim it now. */
        OFFER,
        /** The person waits for more units, of which this one is free already. */
        GATHERING
    }
}
