package dibs.backend.reminder;

import java.time.Instant;

/** Something that falls due with time. What is due stands in the store, so nothing is lost when nobody looks for a while. */
@FunctionalInterface
public interface Due {
    /**
     * Does some of what is due at that moment, the oldest first.
     *
     * @return how much that was; 0 once nothing is left
     */
    int run(Instant now);
}
