package dibs.backend.probe;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Keeps requests to one host apart. */
final class HostRate {
    private final long apart;
    private final LongSupplier nanos;
    /** From when on the host may be asked again; as many hosts as the catalog names. */
    private final Map<String, Long> free = new ConcurrentHashMap<>();

    /** @param perSecond so often is a host asked at most */
    HostRate(int perSecond, LongSupplier nanos) {
        this.apart = Duration.ofSeconds(1).toNanos() / perSecond;
        this.nanos = nanos;
    }

    /** Takes the host's next turn; how long to wait for it. */
    Duration take(String host) {
        long now = nanos.getAsLong();
        long after = free.merge(
                host.toLowerCase(Locale.ROOT),
                now + apart,
                (before, fresh) -> (before - now > 0 ? before : now) + apart);
        return Duration.ofNanos(after - apart - now);
    }
}
