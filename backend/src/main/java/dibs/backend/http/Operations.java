package dibs.backend.http;

import dibs.backend.connection.Connection;
import dibs.backend.connection.Status;
import dibs.backend.connection.Trouble;
import dibs.backend.transaction.StoreException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What machines that watch Dibs ask, by the Dockerflow contract: {@code /__lbheartbeat__} says that the process is up,
 * {@code /__heartbeat__} that the store works and what else is in the way, {@code /__version__} what runs here. Nobody's name and no
 * purpose is told. Only what stops Dibs from working is an error: without its store it can do nothing, without Slack it can.
 */
public final class Operations extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final Version version;
    private final BooleanSupplier storeWorks;
    private final Supplier<Status> status;

    /**
     * @param storeWorks looks whether the store can be read and written; may throw {@link StoreException}
     * @param status how Dibs is, as the store knows; may throw {@link StoreException}
     */
    public Operations(Version version, BooleanSupplier storeWorks, Supplier<Status> status) {
        this.version = version;
        this.storeWorks = storeWorks;
        this.status = status;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.equals("/__lbheartbeat__") && !path.equals("/__heartbeat__") && !path.equals("/__version__")) {
            return false;
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
            return true;
        }
        switch (path) {
            case "/__lbheartbeat__" -> answer(response, callback, HttpStatus.OK_200, Map.of());
            case "/__version__" -> answer(response, callback, HttpStatus.OK_200, version);
            default -> {
                Heartbeat heartbeat = heartbeat();
                answer(
                        response,
                        callback,
                        heartbeat.status().equals(Level.ERROR.word())
                                ? HttpStatus.INTERNAL_SERVER_ERROR_500
                                : HttpStatus.OK_200,
                        heartbeat);
            }
        }
        return true;
    }

    private Heartbeat heartbeat() {
        try {
            if (storeWorks.getAsBoolean()) {
                return Heartbeat.of(status.get());
            }
        } catch (RuntimeException broken) {
            LOG.error("the store does not work", broken);
        }
        return Heartbeat.withoutStore();
    }

    private static void answer(Response response, Callback callback, int status, Object body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Content.Sink.write(response, true, JsonMapper.shared().writeValueAsString(body), callback);
    }

    /** How bad it is, with the contract's words and numbers. */
    private enum Level {
        OK("ok", 0),
        WARNING("warning", 30),
        ERROR("error", 40);

        private final String word;
        private final int number;

        Level(String word, int number) {
            this.word = word;
            this.number = number;
        }

        String word() {
            return word;
        }
    }

    /** The body of {@code /__heartbeat__}. */
    private record Heartbeat(String status, Map<String, String> checks, Map<String, Detail> details) {
        record Detail(String status, int level, Map<String, String> messages) {}

        static Heartbeat withoutStore() {
            return of(Map.of(
                    "store",
                    detail(Level.ERROR, Map.of("store", "The store cannot be read and written: see the log."))));
        }

        static Heartbeat of(Status status) {
            Map<String, Detail> details = new TreeMap<>();
            details.put("store", detail(Level.OK, Map.of()));
            status.connections().forEach(it -> details.put(it.platform(), of(it)));
            details.put("troubles", of(status.troubles()));
            return of(details);
        }

        private static Detail of(Connection connection) {
            return detail(
                    connection.up() ? Level.OK : Level.WARNING,
                    Map.of(connection.platform(), connection.sentence() + " So since " + connection.since() + "."));
        }

        private static Detail of(List<Trouble> troubles) {
            return detail(
                    troubles.isEmpty() ? Level.OK : Level.WARNING,
                    troubles.stream()
                            .collect(Collectors.toMap(
                                    Trouble::key, Trouble::sentence, (one, other) -> one, TreeMap::new)));
        }

        private static Detail detail(Level level, Map<String, String> messages) {
            return new Detail(level.word(), level.number, messages);
        }

        private static Heartbeat of(Map<String, Detail> details) {
            int worst = details.values().stream().mapToInt(Detail::level).max().orElse(0);
            String status = worst == 0 ? "ok" : worst == Level.WARNING.number ? "warning" : "error";
            Map<String, String> checks = new TreeMap<>();
            details.forEach((check, detail) -> checks.put(check, detail.status()));
            return new Heartbeat(status, checks, details);
        }
    }
}
