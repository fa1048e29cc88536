package dibs.backend.probe;

import dibs.backend.health.Observation;
import dibs.backend.health.Observations;
import dibs.backend.health.ProbeSource;
import dibs.backend.health.ProbeSpec;
import dibs.backend.health.Prober;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets probes look when they are due, each on a virtual thread of its own, and hands on what they saw, grouped. A probe that is still
 * looking is passed over, and one host has few looks at once, so that one that hangs holds up nobody else.
 */
public final class ProbeRounds implements AutoCloseable {
    static final int AT_ONCE = 128;
    static final int AT_ONE_HOST = 8;

    private static final Logger LOG = LoggerFactory.getLogger(ProbeRounds.class);
    private static final Duration GROUPED = Duration.ofSeconds(5);

    private final ProbeSource source;
    private final Prober prober;
    private final Observations observations;
    private final InstantSource clock;
    private final ProbeSchedule schedule;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("probe-", 0).factory());
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Set<ProbeSpec> looking = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> hosts = new ConcurrentHashMap<>();
    private final Queue<Observation> seen = new ConcurrentLinkedQueue<>();
    private Instant handedOn;

    public ProbeRounds(ProbeSource source, Prober prober, Observations observations, InstantSource clock) {
        this.source = source;
        this.prober = prober;
        this.observations = observations;
        this.clock = clock;
        this.handedOn = clock.instant();
        this.schedule = new ProbeSchedule(handedOn);
    }

    /** Begins what is due, and hands on what was seen. To be called about once a second; waits for no look. */
    public synchronized void run() {
        Instant now = clock.instant();
        begin(now);
        if (Duration.between(handedOn, now).abs().compareTo(GROUPED) >= 0) {
            handedOn = now;
            handOn();
        }
    }

    /** How many looks are under way. */
    public int underWay() {
        return looking.size();
    }

    private void begin(Instant now) {
        Set<String> full = new HashSet<>();
        for (ProbeSpec spec : schedule.due(source.probes(), now)) {
            String host = spec.target().host();
            if (looking.contains(spec)) {
                schedule.taken(spec, now);
            } else if (full.contains(host) || hosts.getOrDefault(host, 0) >= AT_ONE_HOST) {
                full.add(host);
            } else if (free.tryAcquire()) {
                schedule.taken(spec, now);
                begin(spec, host);
            } else {
                return;
            }
        }
    }

    private void begin(ProbeSpec spec, String host) {
        looking.add(spec);
        hosts.merge(host, 1, Integer::sum);
        threads.execute(() -> {
            try {
                seen.add(prober.probe(spec));
            } catch (RuntimeException broken) {
                LOG.error("the probe {} of {} is broken", spec.name(), spec.environment(), broken);
            } finally {
                hosts.computeIfPresent(host, (name, count) -> count == 1 ? null : count - 1);
                looking.remove(spec);
                free.release();
            }
        });
    }

    private void handOn() {
        List<Observation> group = new ArrayList<>();
        for (Observation one = seen.poll(); one != null; one = seen.poll()) {
            group.add(one);
        }
        if (group.isEmpty()) {
            return;
        }
        try {
            observations.take(group);
        } catch (RuntimeException broken) {
            LOG.warn("what {} probes saw is lost", group.size(), broken);
        }
    }

    /** Stops what is under way, and hands on what was seen. */
    @Override
    public synchronized void close() {
        threads.shutdownNow();
        handOn();
    }
}
