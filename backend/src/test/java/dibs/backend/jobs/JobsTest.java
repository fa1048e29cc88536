package dibs.backend.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.impl.SchedulerRepository;

/** That looking for what is due goes on, whatever the clock and the work do. */
@Timeout(30)
class JobsTest {
    private static final Duration OFTEN = Duration.ofMillis(20);

    private final Semaphore looks = new Semaphore(0);

    @Test
    void looksAgainAndAgain() throws InterruptedException {
        try (Jobs jobs = Jobs.start("again", looks::release, OFTEN)) {
            assertThat(jobs).isNotNull();
            assertThat(looks.tryAcquire(5, 20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aClockThatIsSetBackByADayDoesNotSilenceIt() throws Exception {
        try (Jobs jobs = Jobs.start("back", looks::release, OFTEN)) {
            assertThat(jobs).isNotNull();
            assertThat(looks.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

            setBack("back", Duration.ofDays(1));
            looks.drainPermits();

            assertThat(looks.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void workThatBreaksIsDoneAgain() throws InterruptedException {
        Runnable breaking = () -> {
            looks.release();
            throw new IllegalStateException("broken");
        };
        try (Jobs jobs = Jobs.start("breaking", breaking, OFTEN)) {
            assertThat(jobs).isNotNull();
            assertThat(looks.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingWaitsForWhatIsUnderWay() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Semaphore ended = new Semaphore(0);
        Jobs jobs = Jobs.start(
                "slow",
                () -> {
                    begun.countDown();
                    await(mayEnd);
                    ended.release();
                },
                OFTEN);
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Thread closing = Thread.ofVirtual().start(jobs::close);
        mayEnd.countDown();
        closing.join();

        assertThat(ended.availablePermits()).isPositive();
        ended.drainPermits();
        assertThat(ended.tryAcquire(5 * OFTEN.toMillis(), TimeUnit.MILLISECONDS))
                .isFalse();
    }

    /** Leaves Quartz as it stands when the clock is set back: its next time is that much further off. */
    private static void setBack(String name, Duration much) throws SchedulerException {
        Scheduler scheduler = SchedulerRepository.getInstance().lookup(name);
        Trigger trigger = scheduler.getTrigger(Jobs.TRIGGER);
        Date far = Date.from(trigger.getNextFireTime().toInstant().plus(much));
        scheduler.rescheduleJob(
                Jobs.TRIGGER, trigger.getTriggerBuilder().startAt(far).build());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
