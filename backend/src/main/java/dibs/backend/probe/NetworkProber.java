package dibs.backend.probe;

import dibs.backend.health.Observation;
import dibs.backend.health.ProbeSpec;
import dibs.backend.health.Prober;
import dibs.backend.health.Sign;
import dibs.backend.health.Target.Certificate;
import dibs.backend.health.Target.Dockerflow;
import dibs.backend.health.Target.Http;
import dibs.backend.health.Target.TaskclusterPing;
import dibs.backend.health.Target.Tcp;
import dibs.backend.health.Target.TreeStatus;
import dibs.backend.health.Target.WorkerPool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at things over the network, each kind in its way. Connects to checked addresses only, without proxies; a host is asked at
 * most {@value #PER_SECOND} times a second. Safe for many threads.
 */
public final class NetworkProber implements Prober, AutoCloseable {
    /** So often a second one host is asked, at most. */
    static final int PER_SECOND = 10;

    private static final Logger LOG = LoggerFactory.getLogger(NetworkProber.class);
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final Resolver resolver;
    private final AddressGuard guard;
    private final GuardedSockets sockets;
    private final HostRate rate = new HostRate(PER_SECOND, System::nanoTime);
    private final OkHttpClient client;
    private final DockerflowProbe heartbeats = new DockerflowProbe();
    private final WorkerPoolProbe pools;
    private final CertificateProbe certificates;

    /** @param allowed the private addresses that may be asked */
    public NetworkProber(InstantSource clock, Lookup lookup, PrivateHosts allowed, Tls tls) {
        this.clock = clock;
        this.resolver = new Resolver(lookup);
        this.guard = new AddressGuard(allowed);
        this.sockets = new GuardedSockets(guard);
        this.pools = new WorkerPoolProbe(clock);
        this.certificates = new CertificateProbe(tls, sockets, clock);
        this.client = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .socketFactory(sockets)
                .sslSocketFactory(tls.sockets(), tls.trust())
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                // The requests of one look share a connection; the next look makes its own, as people do.
                .connectionPool(new ConnectionPool(64, 2, TimeUnit.SECONDS))
                .connectTimeout(AT_MOST)
                .readTimeout(AT_MOST)
                .writeTimeout(AT_MOST)
                .build();
    }

    @Override
    public Observation probe(ProbeSpec spec) {
        Instant at = clock.instant();
        long begun = System.nanoTime();
        Finding finding = look(spec);
        return new Observation(
                spec.environment(),
                spec.name(),
                at,
                Duration.ofNanos(System.nanoTime() - begun),
                finding.sign(),
                finding.sentence(),
                finding.deployed(),
                finding.tree());
    }

    private Finding look(ProbeSpec spec) {
        Look.Deadline deadline = new Look.Deadline(spec.timeout());
        String host = spec.target().host();
        List<InetAddress> addresses;
        try {
            addresses = allowed(host, resolver.resolve(host, deadline.left()));
        } catch (SocketTimeoutException late) {
            return new Finding(Sign.UNREACHABLE, "the name " + Words.cut(host, 80) + " is not found in time");
        } catch (IOException failed) {
            return Failures.finding(spec, failed, false);
        }
        Look look = new Look(client, rate, deadline, host, addresses);
        try {
            return look(spec, look, addresses, deadline);
        } catch (IOException failed) {
            return Failures.finding(spec, failed, look.connected());
        } catch (RuntimeException broken) {
            LOG.error("the probe {} of {} is broken", spec.name(), spec.environment(), broken);
            return new Finding(Sign.UNREACHABLE, "the probe itself is broken, which the log of Dibs explains");
        }
    }

    private Finding look(ProbeSpec spec, Look look, List<InetAddress> addresses, Look.Deadline deadline)
            throws IOException {
        return switch (spec.target()) {
            case Dockerflow target -> heartbeats.look(target, look);
            case Http target -> HttpProbe.look(target, look);
            case TaskclusterPing target -> TaskclusterProbe.look(target, look);
            case WorkerPool target -> pools.look(target, look);
            case TreeStatus target -> TreeStatusProbe.look(target, look);
            case Tcp target -> {
                deadline.pause(rate.take(target.host()));
                yield PortProbe.look(target, sockets, addresses, deadline);
            }
            case Certificate target -> {
                deadline.pause(rate.take(target.host()));
                yield certificates.look(target, addresses, deadline);
            }
        };
    }

    private List<InetAddress> allowed(String host, List<InetAddress> addresses) throws IOException {
        List<InetAddress> allowed = addresses.stream()
                .filter(address -> guard.allows(host, address))
                .toList();
        if (allowed.isEmpty()) {
            throw new RefusedAddress(host);
        }
        return allowed;
    }

    @Override
    public void close() {
        resolver.close();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
