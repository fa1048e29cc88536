package dibs.bot.platform.slack.door;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Gives a request that came before, replayed or delivered again, the answer that it got. Slack delivers again what was not
 * acknowledged in time, over HTTP and over a socket; Bolt would run it twice. What came before a restart is known by the
 * store.
 */
public final class Repeats implements Middleware {
    private static final int MOST = 20_000;

    private final Map<String, CompletableFuture<Response>> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Response>> eldest) {
            return size() > MOST;
        }
    };

    @Override
    @SuppressWarnings("rawtypes") // as Bolt declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        Optional<String> key = key(request);
        if (key.isEmpty()) {
            return chain.next(request);
        }
        CompletableFuture<Response> mine = new CompletableFuture<>();
        CompletableFuture<Response> before;
        synchronized (seen) {
            before = seen.putIfAbsent(key.get(), mine);
        }
        return before == null ? first(key.get(), mine, request, chain) : again(before);
    }

    @SuppressWarnings("rawtypes") // as Bolt declares it
    private Response first(String key, CompletableFuture<Response> mine, Request request, MiddlewareChain chain)
            throws Exception {
        try {
            Response answer = chain.next(request);
            mine.complete(answer);
            return answer;
        } catch (Exception | Error broken) {
            synchronized (seen) {
                seen.remove(key); // so that Slack may try again
            }
            mine.completeExceptionally(broken);
            throw broken;
        }
    }

    private static Response again(CompletableFuture<Response> before) throws Exception {
        try {
            return before.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the same request failed before", broken.getCause());
        }
    }

    private static Optional<String> key(Request<?> request) {
        return switch (request) {
            case SlashCommandRequest command ->
                key("command", command.getPayload().getTriggerId());
            case BlockActionRequest action -> key("action", action.getPayload().getTriggerId());
            case ViewSubmissionRequest view -> key("view", view.getPayload().getTriggerId());
            case MessageShortcutRequest shortcut ->
                key("shortcut", shortcut.getPayload().getTriggerId());
            case EventRequest event -> eventId(event).map(id -> "event " + id);
            default -> Optional.empty();
        };
    }

    private static Optional<String> key(String kind, String id) {
        return Optional.ofNullable(id).filter(it -> !it.isBlank()).map(it -> kind + " " + it);
    }

    private static Optional<String> eventId(EventRequest event) {
        try {
            JsonObject body =
                    JsonParser.parseString(event.getRequestBodyAsString()).getAsJsonObject();
            return Optional.ofNullable(body.get("event_id")).map(JsonElement::getAsString);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException malformed) {
            return Optional.empty();
        }
    }
}
