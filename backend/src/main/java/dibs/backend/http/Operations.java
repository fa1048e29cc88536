package dibs.backend.http;

import dibs.backend.transaction.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
 * {@code /__heartbeat__} that the store works, {@code /__version__} what runs here.
 */
public final class Operations extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final Version version;
    private final BooleanSupplier storeWorks;

    /** @param storeWorks looks whether the store can be read and written; may throw {@link StoreException} */
    public Operations(Version version, BooleanSupplier storeWorks) {
        this.version = version;
        this.storeWorks = storeWorks;
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
            default -> heartbeat(response, callback);
        }
        return true;
    }

    private void heartbeat(Response response, Callback callback) {
        boolean works = storeWorks();
        Map<String, Object> checks = new LinkedHashMap<>();
        checks.put("store", works ? "ok" : "error");
        answer(
                response,
                callback,
                works ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
                Map.of("status", works ? "ok" : "error", "checks", checks));
    }

    private boolean storeWorks() {
        try {
            return storeWorks.getAsBoolean();
        } catch (RuntimeException broken) {
            LOG.error("the store does not work", broken);
            return false;
        }
    }

    private static void answer(Response response, Callback callback, int status, Object body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Content.Sink.write(response, true, JsonMapper.shared().writeValueAsString(body), callback);
    }
}
