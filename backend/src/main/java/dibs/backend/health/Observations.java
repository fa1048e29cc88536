package dibs.backend.health;

import java.util.List;

/** Takes what was seen. */
@FunctionalInterface
public interface Observations {
    /** Takes what was seen since the last time, in the order in which it was seen; not empty. What it throws is logged, and lost. */
    void take(List<Observation> seen);
}
