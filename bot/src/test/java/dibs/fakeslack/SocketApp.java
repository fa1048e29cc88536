package dibs.fakeslack;

import dibs.fakeslack.workspace.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The least that speaks Socket Mode: acknowledges all envelopes unless it is told to be silent. */
final class SocketApp implements WebSocket.Listener {
    private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final boolean silent;
    private final String payload;

    private SocketApp(boolean silent, String payload) {
        this.silent = silent;
        this.payload = payload;
    }

    /** Asks for an address and opens a connection there. */
    static SocketApp open(FakeSlack slack, boolean silent, String payload) throws Exception {
        SocketApp app = new SocketApp(silent, payload);
        String url = Json.text(openConnection(slack, slack.appToken()), "url");
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(url), app)
                .get(10, TimeUnit.SECONDS);
        return app;
    }

    /** What {@code apps.connections.open} says to a token. */
    static JsonNode openConnection(FakeSlack slack, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.apiUrl() + "apps.connections.open"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Json.parse(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    /** The next frame that came. */
    JsonNode next() throws InterruptedException {
        JsonNode frame = frames.poll(10, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame came");
        }
        return frame;
    }

    /** All frames that have come and were not taken. */
    List<JsonNode> rest() {
        List<JsonNode> rest = new ArrayList<>();
        frames.drainTo(rest);
        return rest;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            JsonNode frame = Json.parse(part.toString());
            part.setLength(0);
            frames.add(frame);
            if (frame.has("envelope_id") && !silent) {
                String id = Json.text(frame, "envelope_id");
                String ack = payload.isEmpty()
                        ? "{\"envelope_id\":\"%s\"}".formatted(id)
                        : "{\"envelope_id\":\"%s\",\"payload\":%s}".formatted(id, payload);
                var unused = socket.sendText(ack, true); // a lost acknowledgement is a test's own subject
            }
        }
        return WebSocket.Listener.super.onText(socket, data, last);
    }
}
