package dibs.backend.jobs;

import java.time.Duration;
import java.util.Properties;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what is due over and over. Quartz keeps nothing: what is due stands in the store. It reckons by the wall clock, so a clock
 * that is set back would silence it; a {@link Watchdog} that reckons by lengths of time starts it anew then.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private static final JobKey JOB = new JobKey("due");
    static final TriggerKey TRIGGER = new TriggerKey("due");

    /** So many looks may be missing before it is taken for silenced. */
    private static final int MISSING = 4;

    private final Scheduler scheduler;
    private final Duration every;
    private final Watchdog watchdog;

    private Jobs(Scheduler scheduler, Duration every) {
        this.scheduler = scheduler;
        this.every = every;
        this.watchdog = new Watchdog(every.multipliedBy(MISSING), this::again);
    }

    /**
     * Starts looking, at once and then over and over.
     *
     * @param name no other scheduler of this program has it
     * @param work what to do each time; one at a time, and none is made up for that was missed
     */
    public static Jobs start(String name, Runnable work, Duration every) {
        try {
            Scheduler scheduler = new StdSchedulerFactory(settings(name)).getScheduler();
            Jobs jobs = new Jobs(scheduler, every);
            scheduler.setJobFactory((fired, ignored) -> new DueJob(() -> {
                jobs.watchdog.seen();
                work.run();
            }));
            scheduler.scheduleJob(
                    JobBuilder.newJob(DueJob.class).withIdentity(JOB).build(), jobs.trigger());
            scheduler.start();
            jobs.watchdog.start();
            return jobs;
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz does not start", broken);
        }
    }

    private static Properties settings(String name) {
        Properties settings = new Properties();
        settings.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, name);
        settings.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", "2");
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        return settings;
    }

    private Trigger trigger() {
        return TriggerBuilder.newTrigger()
                .withIdentity(TRIGGER)
                .forJob(JOB)
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    /** Nothing was looked for, although it was time: the clock may have been set back. */
    private void again() {
        try {
            LOG.warn("nothing was looked for in a while, as when the clock is set back: starting anew");
            scheduler.rescheduleJob(TRIGGER, trigger());
        } catch (SchedulerException broken) {
            LOG.error("Quartz does not start anew, and is asked again", broken);
        }
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        watchdog.close();
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException broken) {
            LOG.warn("Quartz did not stop well", broken);
        }
    }
}
