package dibs.bot;

import dibs.backend.jobs.Work;
import dibs.backend.probe.NetworkProber;
import dibs.backend.probe.ProbeRounds;
import dibs.backend.probe.Tls;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The probes of a running server, where they are switched on. */
record Probing(NetworkProber prober, ProbeRounds rounds) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Probing.class);
    private static final Duration OFTEN = Duration.ofSeconds(1);

    /** Nothing where they are off: then nobody is asked anything. */
    static Optional<Probing> of(Settings settings, Parts parts) {
        return settings.probes().map(allowed -> {
            InstantSource clock = InstantSource.system();
            NetworkProber prober = new NetworkProber(clock, InetAddress::getAllByName, allowed, Tls.usual());
            LOG.info("probes are on");
            return new Probing(
                    prober,
                    new ProbeRounds(
                            () -> {
                                parts.catalog().refresh();
                                return parts.catalog().config().probes();
                            },
                            prober,
                            parts.observations(),
                            clock));
        });
    }

    /** What is to be done over and over. */
    Work work() {
        return new Work("probes", rounds::run, OFTEN);
    }

    @Override
    public void close() {
        rounds.close();
        prober.close();
    }
}
