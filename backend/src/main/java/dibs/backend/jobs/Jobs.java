package dibs.backend.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
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
 * Does work over and over. Quartz keeps nothing: what is due stands in the store. It reckons by the wall clock, so a clock
 * that is set back would silence it; a {@link Watchdog} that reckons by lengths of time starts the work anew then.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private static final String DUE = "due";
    static final TriggerKey TRIGGER = new TriggerKey(DUE);

    /** So many times may be missing before it is taken for silenced. */
    private static final int MISSING = 4;

    private final Scheduler scheduler;
    private final List<Watchdog> watchdogs = new ArrayList<>();

    private Jobs(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Starts one work, at once and then over and over.
     *
     * @param name no other scheduler of this program has it
     * @param work what to do each time; one at a time, and none is made up for that was missed
     */
    public static Jobs start(String name, Runnable work, Duration every) {
        return start(name, List.of(new Work(DUE, work, every)));
    }

    /**
     * Starts several works, each at once and then over and over. None waits for another.
     *
     * @param name no other scheduler of this program has it
     * @param works each is done one time at a time, and none is made up for that was missed
     */
    public static Jobs start(String name, List<Work> works) {
        try {
            Scheduler scheduler = new StdSchedulerFactory(settings(name, works.size() + 1)).getScheduler();
            Jobs jobs = new Jobs(scheduler);
            Map<JobKey, Runnable> watched =
                    works.stream().collect(Collectors.toMap(work -> new JobKey(work.name()), jobs::watched));
            scheduler.setJobFactory((fired, ignored) ->
                    new RecurringJob(watched.getOrDefault(fired.getJobDetail().getKey(), () -> {})));
            for (Work work : works) {
                scheduler.scheduleJob(
                        JobBuilder.newJob(RecurringJob.class)
                                .withIdentity(work.name())
                                .build(),
                        trigger(work));
            }
            scheduler.start();
            jobs.watchdogs.forEach(Watchdog::start);
            return jobs;
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz does not start", broken);
        }
    }

    private Runnable watched(Work work) {
        Watchdog watchdog = new Watchdog(work.every().multipliedBy(MISSING), () -> again(work));
        watchdogs.add(watchdog);
        return () -> {
            watchdog.seen();
            work.work().run();
        };
    }

    private static Properties settings(String name, int threads) {
        Properties settings = new Properties();
        settings.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, name);
        settings.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", String.valueOf(threads));
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        return settings;
    }

    private static Trigger trigger(Work work) {
        return TriggerBuilder.newTrigger()
                .withIdentity(work.name())
                .forJob(new JobKey(work.name()))
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(work.every().toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    /** Nothing was done, although it was time: the clock may have been set back. */
    private void again(Work work) {
        try {
            LOG.warn("nothing was done for {} in a while, as when the clock is set back: starting anew", work.name());
            scheduler.rescheduleJob(new TriggerKey(work.name()), trigger(work));
        } catch (SchedulerException broken) {
            LOG.error("Quartz does not start {} anew, and is asked again", work.name(), broken);
        }
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        watchdogs.forEach(Watchdog::close);
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException broken) {
            LOG.warn("Quartz did not stop well", broken);
        }
    }
}
