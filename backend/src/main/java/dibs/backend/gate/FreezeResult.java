package dibs.backend.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of a wish about a freeze. */
public sealed interface FreezeResult {
    /**
     * It is in flight.
     *
     * @param replaced the one of the same name whose place it took
     */
    record Frozen(Freeze freeze, Optional<Freeze> replaced) implements FreezeResult {}

    /**
     * It is over.
     *
     * @param left what is in flight none the less
     */
    record Thawed(List<Freeze> ended, List<Freeze> left) implements FreezeResult {
        public Thawed {
            ended = List.copyOf(ended);
            left = List.copyOf(left);
        }
    }

    /** There are several, and none was named. */
    record Which(List<Freeze> inFlight) implements FreezeResult {
        public Which {
            inFlight = List.copyOf(inFlight);
        }
    }

    /**
     * Nothing of that name is in flight.
     *
     * @param inFlight what is
     */
    record NoSuch(List<Freeze> inFlight) implements FreezeResult {
        public NoSuch {
            inFlight = List.copyOf(inFlight);
        }
    }

    /**
     * Its end has passed, or is too far off.
     *
     * @param latest the latest end that would be allowed now
     */
    record NoEnd(Instant latest) implements FreezeResult {}
}
