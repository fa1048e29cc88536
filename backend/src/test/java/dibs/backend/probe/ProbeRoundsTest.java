package dibs.backend.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Observation;
import dibs.backend.health.ProbeSpec;
import dibs.backend.health.Prober;
import dibs.backend.health.Sign;
import dibs.backend.health.Target;
import dibs.backend.health.Target.Dockerflow;
import dibs.backend.health.Target.Tcp;
import dibs.testkit.FakeClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When probes look, on a clock that the test moves second by second. */
@Timeout(60)
class ProbeRoundsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeClock clock = new FakeClock(MONDAY);
    private final List<Observation> looks = new CopyOnWriteArrayList<>();
    private final List<Observation> handedOn = new ArrayList<>();

    private Observation well(ProbeSpec spec) {
        Observation seen =
                new Observation(spec.environment(), spec.name(), clock.instant(), Duration.ZERO, Sign.PASSING, "well");
        looks.add(seen);
        return seen;
    }

    private static ProbeSpec tcp(String id, String host, Duration every) {
        return spec(id, new Tcp(host, 1), every);
    }

    private static ProbeSpec spec(String id, Target target, Duration every) {
        return new ProbeSpec(new EnvironmentId(id), "p", target, every, Duration.ofSeconds(5), false);
    }

    private void seconds(ProbeRounds rounds, int count) {
        for (int second = 0; second < count; second++) {
            clock.advance(SECOND);
            rounds.run();
            settle(rounds);
        }
    }

    /** Until what answers at once has answered. */
    private static void settle(ProbeRounds rounds) {
        while (rounds.underWay() > 0) {
            Thread.onSpinWait();
        }
    }

    private List<Instant> times(String id) {
        return looks.stream()
                .filter(seen -> seen.environment().value().equals(id))
                .map(Observation::at)
                .toList();
    }

    @Test
    void eachLooksOncePerIntervalAtASecondOfItsOwnAndTheSameOneAfterARestart() {
        List<ProbeSpec> probes = IntStream.range(0, 120)
                .mapToObj(number -> tcp("box-" + number, "host-" + number, MINUTE))
                .toList();
        try (ProbeRounds rounds = new ProbeRounds(() -> probes, this::well, handedOn::addAll, clock)) {
            seconds(rounds, 180);
        }
        assertThat(looks).hasSize(3 * 120);
        assertThat(handedOn).hasSize(3 * 120);
        Set<Instant> first = new HashSet<>();
        probes.forEach(probe -> {
            List<Instant> times = times(probe.environment().value());
            assertThat(times)
                    .containsExactly(
                            times.getFirst(),
                            times.getFirst().plus(MINUTE),
                            times.getFirst().plus(MINUTE.multipliedBy(2)));
            first.add(times.getFirst());
        });
        assertThat(first.size()).as("different seconds of the minute").isGreaterThan(40);

        Instant before = times("box-7").getLast();
        clock.advance(Duration.ofMillis(17_300));
        looks.clear();
        try (ProbeRounds again = new ProbeRounds(() -> probes, this::well, handedOn::addAll, clock)) {
            seconds(again, 60);
        }
        Duration apart = Duration.between(before, times("box-7").getFirst());
        assertThat(apart.toSeconds() % 60).isBetween(0L, 1L);
    }

    @Test
    void aHeartbeatThatWritesIsNotAskedInTheFirstMinuteNorMoreOftenThanOnceAMinute() {
        Target heartbeat = new Dockerflow(URI.create("https://a.test"), true, Map.of(), Optional.empty());
        List<ProbeSpec> probes = List.of(spec("writing", heartbeat, Duration.ofSeconds(10)));
        try (ProbeRounds rounds = new ProbeRounds(() -> probes, this::well, handedOn::addAll, clock)) {
            seconds(rounds, 600);
        }
        List<Instant> times = times("writing");
        assertThat(times).hasSize(9);
        assertThat(times.getFirst()).isAfterOrEqualTo(MONDAY.plus(MINUTE));
    }

    @Test
    void oneThatHangsIsNotAskedAgainAndHoldsUpNobodyElse() {
        CountDownLatch open = new CountDownLatch(1);
        List<ProbeSpec> probes = Stream.concat(
                        IntStream.range(0, 40).mapToObj(number -> tcp("hung-" + number, "hung", MINUTE)),
                        Stream.of(tcp("fine", "fine", MINUTE)))
                .toList();
        AtomicInteger hung = new AtomicInteger();
        Prober prober = spec -> {
            if (spec.target().host().equals("hung")) {
                hung.incrementAndGet();
                await(open);
            }
            return well(spec);
        };
        try (ProbeRounds rounds = new ProbeRounds(() -> probes, prober, handedOn::addAll, clock)) {
            for (int second = 0; second < 240; second++) {
                clock.advance(SECOND);
                rounds.run();
                while (rounds.underWay() > hung.get()) {
                    Thread.onSpinWait();
                }
            }
            assertThat(times("fine")).hasSize(4);
            assertThat(hung).hasValue(ProbeRounds.AT_ONE_HOST);
            open.countDown();
            settle(rounds);
        }
    }

    @Test
    void aClockThatIsSetBackSilencesNoProbeForLong() {
        List<ProbeSpec> probes = List.of(tcp("box", "host", MINUTE));
        try (ProbeRounds rounds = new ProbeRounds(() -> probes, this::well, handedOn::addAll, clock)) {
            seconds(rounds, 120);
            int before = looks.size();
            clock.set(MONDAY.minus(Duration.ofDays(1)));
            seconds(rounds, 120);
            assertThat(looks).hasSizeBetween(before + 1, before + 2);
        }
    }

    @Test
    void probesThatTheCatalogDropsAreNotAskedAnyMoreAndNewOnesAre() {
        List<ProbeSpec> probes = new ArrayList<>(List.of(tcp("old", "host", MINUTE)));
        try (ProbeRounds rounds = new ProbeRounds(() -> List.copyOf(probes), this::well, handedOn::addAll, clock)) {
            seconds(rounds, 60);
            probes.set(0, tcp("new", "host", MINUTE));
            seconds(rounds, 60);
        }
        assertThat(times("old")).hasSize(1);
        assertThat(times("new")).hasSize(1);
    }

    @Test
    void whatCannotBeKeptIsLostAndTheNextIsHandedOn() {
        List<ProbeSpec> probes = List.of(tcp("box", "host", Duration.ofSeconds(10)));
        List<Integer> tries = new ArrayList<>();
        try (ProbeRounds rounds = new ProbeRounds(
                () -> probes,
                this::well,
                seen -> {
                    tries.add(seen.size());
                    if (tries.size() == 1) {
                        throw new IllegalStateException("the store is away");
                    }
                    handedOn.addAll(seen);
                },
                clock)) {
            seconds(rounds, 60);
        }
        assertThat(handedOn).hasSizeBetween(4, 5);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
