package dibs.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done over and over, and when: about every second, and sooner when something happened; less often while it fails. Not safe
 * for several threads; it neither reads a clock nor waits.
 */
final class Beat {
    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration AT_LEAST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private final Map<String, Job> jobs = new LinkedHashMap<>();

    /**
     * @param jobs by the names that the log gives them, in the order in which they are done
     */
    Beat(Map<String, Runnable> jobs) {
        jobs.forEach((name, work) -> this.jobs.put(name, new Job(name, work)));
    }

    /** Does that too, after the others, from the next time on. */
    void add(String name, Runnable work) {
        jobs.put(name, new Job(name, work));
    }

    /**
     * Does what is due.
     *
     * @param woken whether something happened: then all is due but what failed or was done a moment ago
     * @return how long to wait until the next time
     */
    Duration at(Instant now, boolean woken) {
        Instant next = now.plus(LONGEST);
        for (Job job : jobs.values()) {
            if (woken && job.failures == 0) {
                job.hurry();
            }
            if (!job.next.isAfter(now)) {
                job.run(now);
            }
            next = job.next.isBefore(next) ? job.next : next;
        }
        return Duration.between(now, next);
    }

    private static final class Job {
        private final String name;
        private final Runnable work;
        private Instant next = Instant.MIN;
        private Instant soonest = Instant.MIN;
        private int failures;

        private Job(String name, Runnable work) {
            this.name = name;
            this.work = work;
        }

        private void hurry() {
            next = soonest.isBefore(next) ? soonest : next;
        }

        private void run(Instant now) {
            soonest = now.plus(AT_LEAST);
            try {
                work.run();
                failures = 0;
                next = now.plus(BETWEEN);
            } catch (RuntimeException broken) {
                failures++;
                if (failures == 1) {
                    LOG.warn("{} failed and will be tried again", name, broken);
                } else {
                    LOG.debug("{} failed again", name, broken);
                }
                Duration pause = BETWEEN.multipliedBy(1L << Math.min(failures, DOUBLINGS));
                next = now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
            }
        }
    }
}
