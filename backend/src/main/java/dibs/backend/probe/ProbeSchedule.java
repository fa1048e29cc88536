package dibs.backend.probe;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.ProbeSpec;
import dibs.backend.health.Target.Dockerflow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * When which probe is due. Each has its own place in its interval, which depends on nothing but its name: so they are spread
 * evenly, and come at the same seconds after a restart and in every process. Not for several threads.
 */
final class ProbeSchedule {
    /** What writes is asked so seldom, and not sooner after the start, since nobody knows what was asked before it. */
    private static final Duration WRITING = Duration.ofMinutes(1);

    private final Instant start;
    private Instant seen;
    private List<ProbeSpec> known = List.of();
    private Map<Key, Slot> slots = new HashMap<>();

    ProbeSchedule(Instant start) {
        this.start = start;
        this.seen = start;
    }

    /** What is due at that moment, the oldest first. It stays due until it is {@link #taken}. */
    List<ProbeSpec> due(List<ProbeSpec> probes, Instant now) {
        follow(probes);
        seen = now;
        return slots.values().stream()
                .peek(slot -> slot.mend(now))
                .filter(slot -> !slot.next.isAfter(now))
                .sorted(Comparator.comparing((Slot slot) -> slot.next))
                .map(slot -> slot.spec)
                .toList();
    }

    /** That a probe has begun, or is passed over this time. */
    void taken(ProbeSpec spec, Instant now) {
        Slot slot = slots.get(Key.of(spec));
        if (slot != null) {
            slot.next = slot.after(now);
        }
    }

    private void follow(List<ProbeSpec> probes) {
        if (probes.equals(known)) {
            return;
        }
        known = List.copyOf(probes);
        Map<Key, Slot> before = slots;
        slots = new HashMap<>();
        for (ProbeSpec spec : known) {
            Slot same = before.get(Key.of(spec));
            slots.put(Key.of(spec), same != null && same.spec.equals(spec) ? same : new Slot(spec, first(spec)));
        }
    }

    private Instant first(ProbeSpec spec) {
        Instant earliest = writes(spec) ? start.plus(WRITING) : start;
        return new Slot(spec, seen).after(earliest.isAfter(seen) ? earliest : seen);
    }

    private static boolean writes(ProbeSpec spec) {
        return spec.target() instanceof Dockerflow heartbeat && heartbeat.writes();
    }

    private static Duration interval(ProbeSpec spec) {
        return writes(spec) && spec.interval().compareTo(WRITING) < 0 ? WRITING : spec.interval();
    }

    /** The probe's place in its interval, in milliseconds since the epoch's beginning, modulo the interval. */
    static long place(ProbeSpec spec) {
        CRC32 sum = new CRC32();
        sum.update((spec.environment() + " " + spec.name()).getBytes(StandardCharsets.UTF_8));
        return Math.floorMod(sum.getValue() * 1_000_003, interval(spec).toMillis());
    }

    private record Key(EnvironmentId environment, String name) {
        static Key of(ProbeSpec spec) {
            return new Key(spec.environment(), spec.name());
        }
    }

    private static final class Slot {
        private final ProbeSpec spec;
        private final long every;
        private final long place;
        private Instant next;

        Slot(ProbeSpec spec, Instant next) {
            this.spec = spec;
            this.next = next;
            this.every = interval(spec).toMillis();
            this.place = place(spec);
        }

        /** The next of its moments after that one. */
        Instant after(Instant moment) {
            long beyond = Math.floorMod(moment.toEpochMilli() - place, every);
            return Instant.ofEpochMilli(moment.toEpochMilli() - beyond + every);
        }

        /** A clock that was set back leaves no probe waiting for longer than its interval. */
        private void mend(Instant now) {
            Instant following = after(now);
            if (next.isAfter(following.plusMillis(every)) && next.isAfter(now.plus(WRITING))) {
                next = following;
            }
        }
    }
}
