package dibs.backend.probe;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Observation;
import dibs.backend.health.ProbeSpec;
import dibs.backend.health.Target;
import dibs.backend.health.Target.Dockerflow;
import dibs.testkit.FakeClock;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A prober with names of its own: whatever ends in {@code .test} is this machine. */
final class ProbeScene implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T09:00:00Z"));
    final List<String> lookups = new CopyOnWriteArrayList<>();
    final NetworkProber prober;

    ProbeScene() {
        this("127.0.0.0/8", Tls.usual());
    }

    ProbeScene(String allowed, Tls tls) {
        prober = new NetworkProber(clock, this::addresses, PrivateHosts.parse(allowed), tls);
    }

    private InetAddress[] addresses(String host) throws UnknownHostException {
        lookups.add(host);
        if (host.endsWith(".test")) {
            return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
        }
        if (!host.matches("[0-9.]+|\\[?[0-9a-f:.]+\\]?")) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
    }

    static Dockerflow dockerflow(URI base) {
        return new Dockerflow(base, false, Map.of(), Optional.empty());
    }

    Observation look(Target target) {
        return look(target, SOON, false);
    }

    Observation look(Target target, Duration timeout, boolean vpn) {
        return prober.probe(
                new ProbeSpec(new EnvironmentId("demo"), "probe", target, Duration.ofMinutes(1), timeout, vpn));
    }

    @Override
    public void close() {
        prober.close();
    }
}
