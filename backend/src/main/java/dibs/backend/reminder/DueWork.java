package dibs.backend.reminder;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does all that has fallen due, sort by sort. What breaks one sort keeps no other from its turn, and is tried again the next time. */
public final class DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    /** What is left after so many goes waits for the next time, so that no sort starves the others. */
    private static final int MOST_GOES = 2_000;

    private final Map<String, Due> sorts;
    private final InstantSource clock;
    private final Runnable happened;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /**
     * @param sorts by the names that the log gives them, in the order in which they are done
     * @param happened is told when anything was done, since people are to hear of it
     */
    public DueWork(Map<String, Due> sorts, InstantSource clock, Runnable happened) {
        this.sorts = new LinkedHashMap<>(sorts);
        this.clock = clock;
        this.happened = happened;
    }

    /** Does what is due now; how much that was. Throws nothing that a sort throws. */
    public int run() {
        int done = sorts.entrySet().stream()
                .mapToInt(sort -> run(sort.getKey(), sort.getValue()))
                .sum();
        if (done > 0) {
            happened.run();
        }
        return done;
    }

    private int run(String name, Due sort) {
        int done = 0;
        try {
            for (int go = 0; go < MOST_GOES; go++) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                int some = sort.run(now);
                done += some;
                if (some == 0) {
                    break;
                }
            }
            if (failing.remove(name)) {
                LOG.info("{} works again", name);
            }
        } catch (RuntimeException broken) {
            if (failing.add(name)) {
                LOG.warn("{} failed and is tried again", name, broken);
            } else {
                LOG.debug("{} failed again", name, broken);
            }
        }
        return done;
    }
}
