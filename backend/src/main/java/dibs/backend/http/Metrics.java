package dibs.backend.http;

import dibs.backend.connection.Connection;
import dibs.backend.connection.Status;
import dibs.backend.transaction.StoreException;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /metrics} for Prometheus: what is connected, what waits, what is in the way, and what was answered how and how quickly.
 * Nobody's name, no environment and no purpose is told. While the store does not work, what it knows is left out.
 */
public final class Metrics extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final String PATH = "/metrics";
    private static final Set<String> OF_THE_STORE = Set.of("dibs_outbox_waiting", "dibs_outbox_dead", "dibs_troubles");
    private static final double NANOS = 1e9;

    /** An answer is to be there within a second. */
    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormats formats = ExpositionFormats.init();
    private final Supplier<List<Connection>> connections;
    private final Supplier<Status> status;

    private final Gauge up = gauge("dibs_connection_up", "Whether the platform answers and lets Dibs in.", "platform");
    private final Gauge store = gauge("dibs_store_up", "Whether the store works.");
    private final Gauge waiting = gauge("dibs_outbox_waiting", "Notices that are still to be said.");
    private final Gauge dead = gauge("dibs_outbox_dead", "Notices that were given up and have not been heard either.");
    private final Gauge troubles = gauge("dibs_troubles", "What somebody has to mend; the heartbeat names it.");
    private final Counter answered = Counter.builder()
            .name("dibs_commands")
            .help("Commands that were answered, by how they came out.")
            .labelNames("command", "outcome")
            .register(registry);
    private final Histogram taken = Histogram.builder()
            .name("dibs_command_duration_seconds")
            .help("How long an answer took to be found, without its way there.")
            .unit(Unit.SECONDS)
            .labelNames("command")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .register(registry);

    /**
     * @param connections how Dibs is connected; asks no store
     * @param status how Dibs is, as the store knows; may throw {@link StoreException}
     */
    public Metrics(Supplier<List<Connection>> connections, Supplier<Status> status) {
        this.connections = connections;
        this.status = status;
    }

    private Gauge gauge(String name, String help, String... labels) {
        return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    /**
     * Counts an answer.
     *
     * @param command its first name; one of few
     * @param outcome how it came out, in a word; one of few
     */
    public void answered(String command, String outcome, Duration length) {
        answered.labelValues(command, outcome).inc();
        taken.labelValues(command).observe(length.toNanos() / NANOS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).equals(PATH)) {
            return false;
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
            return true;
        }
        ExpositionFormatWriter writer = formats.findWriter(request.getHeaders().get(HttpHeader.ACCEPT));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            boolean whole = look();
            writer.write(body, registry.scrape(name -> whole || !OF_THE_STORE.contains(name)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        response.setStatus(HttpStatus.OK_200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, writer.getContentType());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body.toByteArray()), callback);
        return true;
    }

    /** Whether the store said what it knows. One look at a time, so that a scrape shows one moment. */
    private synchronized boolean look() {
        connections.get().forEach(it -> up.labelValues(it.platform()).set(it.up() ? 1 : 0));
        try {
            Status now = status.get();
            store.set(1);
            waiting.set(now.queue().waiting());
            dead.set(now.queue().dead());
            troubles.set(now.troubles().size());
            return true;
        } catch (StoreException broken) {
            LOG.debug("the store does not work", broken);
            store.set(0);
            return false;
        }
    }
}
