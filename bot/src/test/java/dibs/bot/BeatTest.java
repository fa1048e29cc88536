package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is done over and over, and how often. */
final class BeatTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final List<String> done = new ArrayList<>();
    private boolean broken;

    @Test
    void allIsDoneInOrderAboutEverySecond() {
        Beat beat = beat();

        assertThat(beat.at(clock.instant(), false)).isEqualTo(SECOND);
        assertThat(done).containsExactly("tell", "announce");
        clock.advance(Duration.ofMillis(400));
        assertThat(beat.at(clock.instant(), false)).isEqualTo(Duration.ofMillis(600));
        assertThat(done).hasSize(2);
        clock.advance(Duration.ofMillis(600));
        beat.at(clock.instant(), false);
        assertThat(done).hasSize(4);
    }

    @Test
    void whatHappensIsSeenToSoonAndAThousandThingsAreNotAThousandLooks() {
        Beat beat = beat();
        beat.at(clock.instant(), false);
        clock.advance(Duration.ofMillis(300));
        beat.at(clock.instant(), true);
        assertThat(done).hasSize(4);

        for (int i = 0; i < 1000; i++) {
            clock.advance(Duration.ofMillis(1));
            beat.at(clock.instant(), true);
        }
        assertThat(done).hasSizeBetween(20, 28);
    }

    @Test
    void whatFailsIsTriedMoreSeldomAndHoldsUpNothing() {
        Beat beat = beat();
        broken = true;
        for (int second = 0; second < 600; second++) {
            beat.at(clock.instant(), true);
            clock.advance(SECOND);
        }
        assertThat(done).filteredOn("tell"::equals).hasSizeBetween(5, 20);
        assertThat(done).filteredOn("announce"::equals).hasSize(600);

        broken = false;
        clock.advance(Duration.ofMinutes(1));
        beat.at(clock.instant(), false);
        done.clear();
        clock.advance(SECOND);
        beat.at(clock.instant(), false);
        assertThat(done).containsExactly("tell", "announce");
    }

    @Test
    void thePulseBeginsIsWokenAndStops() throws Exception {
        AtomicInteger beats = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        Beat beat = new Beat(Map.of("count", () -> {
            beats.incrementAndGet();
            first.countDown();
            second.countDown();
        }));
        Pulse pulse = new Pulse(beat, clock);
        pulse.start();
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();

        // The clock stands, so without being woken nothing would be due.
        clock.advance(SECOND);
        pulse.wake();
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();

        pulse.close();
        int stopped = beats.get();
        clock.advance(SECOND);
        pulse.wake();
        assertThat(beats).hasValue(stopped);
    }

    private Beat beat() {
        Map<String, Runnable> jobs = new LinkedHashMap<>();
        jobs.put("telling", () -> {
            done.add("tell");
            if (broken) {
                throw new IllegalStateException("the store is away");
            }
        });
        jobs.put("announcing", () -> done.add("announce"));
        return new Beat(jobs);
    }
}
