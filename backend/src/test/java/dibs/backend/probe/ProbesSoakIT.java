package dibs.backend.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Observation;
import dibs.backend.health.ProbeSpec;
import dibs.backend.health.Prober;
import dibs.backend.health.Sign;
import dibs.backend.health.Target;
import dibs.backend.health.Target.Expectation;
import dibs.backend.health.Target.Http;
import dibs.backend.health.Target.Tcp;
import dibs.backend.health.Target.WorkerPool;
import dibs.backend.jobs.Jobs;
import dibs.backend.jobs.Work;
import dibs.testkit.FakeClock;
import dibs.testkit.Scale;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Three hundred probes, nine of them of one host that takes connections and never answers: none of the others is late for it. An hour of
 * simulated time, and ten minutes of real time with Quartz; what it costs is printed.
 */
class ProbesSoakIT {
    private static final int TARGETS = 300;
    private static final int HANGING = 9;
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final ConcurrentLinkedQueue<Observation> seen = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private Site.Raw hanging;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(HERE, 0), 200);
        server.setExecutor(threads);
        byte[] body = "{\"version\":\"1\",\"commit\":\"c\",\"pendingTasks\":0,\"claimedTasks\":0}"
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        hanging = new Site.Raw((socket, out) -> Thread.sleep(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        server.stop(0);
        hanging.close();
        threads.shutdownNow();
    }

    private List<ProbeSpec> probes(Duration every) {
        List<ProbeSpec> probes = new ArrayList<>();
        for (int number = 0; number < TARGETS; number++) {
            boolean hangs = number < HANGING;
            String host = hangs ? "hanging.test" : "host-" + number + ".test";
            int port = hangs ? hanging.port() : server.getAddress().getPort();
            URI root = URI.create("http://" + host + ":" + port);
            probes.add(new ProbeSpec(
                    new EnvironmentId("target-" + number),
                    "probe",
                    target(number, root),
                    every,
                    every.compareTo(Duration.ofSeconds(11)) < 0 ? Duration.ofSeconds(5) : Duration.ofSeconds(10),
                    false));
        }
        return probes;
    }

    private static Target target(int number, URI root) {
        return switch (number % 10) {
            case 0, 1 -> ProbeScene.dockerflow(root);
            case 2 -> number < HANGING ? new Http(root, Expectation.SUCCESS) : new Tcp(root.getHost(), root.getPort());
            case 3 -> new WorkerPool(root, "demo/pool", Duration.ofMinutes(2));
            default -> new Http(URI.create(root + "/"), Expectation.SUCCESS);
        };
    }

    private static NetworkProber prober(InstantSource clock) {
        return new NetworkProber(
                clock,
                host -> new InetAddress[] {InetAddress.getByAddress(host, HERE.getAddress())},
                PrivateHosts.parse("127.0.0.0/8"),
                Tls.usual());
    }

    @Test
    void anHourOfSimulatedTimeLosesNoLook() throws InterruptedException {
        Duration every = Duration.ofMinutes(1);
        int minutes = Scale.of(3, 60);
        FakeClock clock = new FakeClock(Instant.parse("2026-11-23T09:00:00Z"));
        List<ProbeSpec> probes = probes(every);
        long begun = System.nanoTime();
        long cpu = cpu();
        AtomicInteger hung = new AtomicInteger();
        AtomicInteger all = new AtomicInteger();
        ConcurrentLinkedQueue<Long> lags = new ConcurrentLinkedQueue<>();
        try (NetworkProber prober = prober(clock);
                ProbeRounds rounds =
                        new ProbeRounds(() -> probes, counting(prober, clock, lags, all, hung), seen::addAll, clock)) {
            for (int second = 0; second < minutes * 60; second++) {
                clock.advance(Duration.ofSeconds(1));
                rounds.run();
                while (rounds.underWay() > all.get()) {
                    Thread.sleep(0, 100_000);
                }
                // Looks take real time: each is over before the clock has moved on by a third of its interval.
                while (second % 20 == 19 && rounds.underWay() > hung.get()) {
                    Thread.sleep(1);
                }
            }
        }
        Map<String, Long> looks = good();
        assertThat(looks).hasSize(TARGETS - HANGING);
        assertThat(looks.values()).allMatch(count -> count == minutes, "one look a minute");
        assertThat(lags).allMatch(lag -> lag <= 1_000, "at its own second");
        System.out.printf(
                "simulated: %d minutes, %d looks in %.1f s, %.1f s of processor time with the servers%n",
                minutes, looks.values().stream().mapToLong(Long::longValue).sum(), seconds(begun), (cpu() - cpu) / 1e9);
    }

    @Test
    void tenRealMinutesWithQuartz() throws Exception {
        Duration every = Duration.ofSeconds(Scale.of(10, 60));
        Duration length = Duration.ofSeconds(Scale.of(25, 600));
        List<ProbeSpec> probes = probes(every);
        InstantSource clock = InstantSource.system();
        long cpu;
        try (NetworkProber prober = prober(clock);
                ProbeRounds rounds = new ProbeRounds(() -> probes, prober, seen::addAll, clock)) {
            cpu = cpu();
            Jobs jobs = Jobs.start("probes-soak", List.of(new Work("probes", rounds::run, Duration.ofSeconds(1))));
            Thread.sleep(length);
            jobs.close();
            cpu = cpu() - cpu;
        }
        Map<String, Long> looks = good();
        long least = length.dividedBy(every) - 1;
        assertThat(looks).hasSize(TARGETS - HANGING);
        assertThat(looks.values()).allMatch(count -> count >= least, "no look is missing");
        List<Observation> hung = seen.stream().filter(ProbesSoakIT::hangs).toList();
        assertThat(hung).isNotEmpty().allMatch(one -> one.sign() == Sign.FAILED);
        report(length, looks, lags(every), cpu);
    }

    /** Notes how late each look begins, and counts those under way: of all, and of the host that hangs. */
    private static Prober counting(
            Prober prober, FakeClock clock, ConcurrentLinkedQueue<Long> lags, AtomicInteger all, AtomicInteger hung) {
        return spec -> {
            boolean hangs = spec.target().host().equals("hanging.test");
            if (!hangs) {
                lags.add(Math.floorMod(
                        clock.instant().toEpochMilli() - ProbeSchedule.place(spec),
                        spec.interval().toMillis()));
            }
            AtomicInteger mine = hangs ? hung : new AtomicInteger();
            mine.incrementAndGet();
            all.incrementAndGet();
            try {
                return prober.probe(spec);
            } finally {
                all.decrementAndGet();
                mine.decrementAndGet();
            }
        };
    }

    private void report(Duration length, Map<String, Long> looks, List<Long> lags, long cpu) throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        List<Long> took = seen.stream()
                .filter(one -> !hangs(one))
                .map(one -> one.took().toMillis())
                .sorted()
                .toList();
        System.out.printf(
                "real: %d s, %d looks of %d targets, lag median %d ms, 99 %% %d ms, most %d ms;"
                        + " a look median %d ms, 99 %% %d ms, most %d ms%n",
                length.toSeconds(),
                looks.values().stream().mapToLong(Long::longValue).sum(),
                looks.size(),
                at(lags, 50),
                at(lags, 99),
                lags.getLast(),
                at(took, 50),
                at(took, 99),
                took.getLast());
        Instant first = seen.stream()
                .map(Observation::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        System.out.println("real: looks over a second, by the minute in which they began: "
                + seen.stream()
                        .filter(one -> !hangs(one) && one.took().toMillis() > 1_000)
                        .collect(Collectors.groupingBy(
                                one -> Duration.between(first, one.at()).toMinutes(),
                                TreeMap::new,
                                Collectors.counting())));
        System.out.printf(
                "real: processor %.1f %% of one core with the servers, heap after a collection %d MiB, %s, %d platform"
                        + " threads, %d processors%n",
                cpu / 1e7 / length.toSeconds(),
                heap >> 20,
                resident(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                Runtime.getRuntime().availableProcessors());
    }

    private static boolean hangs(Observation one) {
        return Integer.parseInt(one.environment().value().substring("target-".length())) < HANGING;
    }

    /** How often each target that answers was seen well; none was seen otherwise. */
    private Map<String, Long> good() {
        assertThat(seen.stream().filter(one -> !hangs(one))).allMatch(one -> one.sign() == Sign.PASSING);
        return seen.stream()
                .filter(one -> !hangs(one))
                .collect(Collectors.groupingBy(one -> one.environment().value(), Collectors.counting()));
    }

    /** From when a look was due to when it began, in milliseconds, sorted. */
    private List<Long> lags(Duration every) {
        Map<String, Long> places = probes(every).stream()
                .collect(Collectors.toMap(spec -> spec.environment().value(), ProbeSchedule::place));
        return seen.stream()
                .filter(one -> !hangs(one))
                .map(one -> Math.floorMod(
                        one.at().toEpochMilli()
                                - places.getOrDefault(one.environment().value(), 0L),
                        every.toMillis()))
                .sorted()
                .toList();
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .map(line -> "resident " + line.replaceAll("\\D+", "") + " KiB")
                        .findFirst()
                        .orElse("")
                : "";
    }
}
