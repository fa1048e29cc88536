package dibs.fakeslack.delivery;

import dibs.fakeslack.workspace.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slack's side of Socket Mode: connections that the app opens, envelopes spread over them, redelivered when a
 * connection breaks before the acknowledgement.
 */
public final class SocketMode implements Delivery, AutoCloseable {
    /** How many connections one app may have. */
    public static final int MOST = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String appId;
    private final SocketServer server;
    private final List<WebSocket> open = new ArrayList<>();
    private final Set<String> tickets = new HashSet<>();
    private final Map<String, JsonNode> acknowledged = new HashMap<>();
    private int lastTicket;
    private int lastEnvelope;
    private int turn;
    private int opened;

    public SocketMode(String appId) {
        this.appId = appId;
        server = new SocketServer(this);
    }

    /** An address to open one connection at; none when too many are open. */
    public synchronized Optional<String> url() {
        if (open.size() >= MOST) {
            return Optional.empty();
        }
        lastTicket++;
        String ticket = "ticket-" + lastTicket;
        tickets.add(ticket);
        return Optional.of("ws://127.0.0.1:%d/link/?ticket=%s&app_id=%s".formatted(server.getPort(), ticket, appId));
    }

    /** How many connections are open. */
    public synchronized int connections() {
        return open.size();
    }

    /** How many connections were ever opened. */
    public synchronized int openedSoFar() {
        return opened;
    }

    /** Waits until so many connections are open. {@link AssertionError} when that does not happen in ten seconds. */
    public synchronized void awaits(int connections) {
        until(() -> open.size() == connections, connections + " connections; open are " + open.size());
    }

    /** Waits until so many connections were opened, counted from the start. */
    public synchronized void awaitsOpened(int count) {
        until(() -> opened >= count && !open.isEmpty(), count + " connections opened; so far " + opened);
    }

    /** Tells all connections that they will be closed soon. */
    public void warns() {
        disconnect("warning");
    }

    /** Tells all connections to make place for new ones. */
    public void refreshes() {
        disconnect("refresh_requested");
    }

    /** Says that Socket Mode was switched off, and hangs up. */
    public void disables() {
        disconnect("link_disabled");
        connectionsNow().forEach(WebSocket::close);
    }

    /** Breaks all connections without a word. */
    public void drops() {
        connectionsNow().forEach(connection -> connection.closeConnection(1006, "dropped"));
    }

    /** Sends a ping over all connections. */
    public void pings() {
        connectionsNow().forEach(WebSocket::sendPing);
    }

    @Override
    public Delivered deliver(Payload payload) {
        return send(payload, envelopeId(), null, SocketMode::nothing);
    }

    @Override
    public Delivered again(Delivered before, Retry retry) {
        String id = before.envelopeId() == null ? envelopeId() : before.envelopeId();
        return send(before.payload(), id, retry, SocketMode::nothing);
    }

    /** Breaks the connection right after an envelope went out, and sends it again over the next one. */
    public Delivered deliversOverBrokenConnection(Payload payload) {
        return send(payload, envelopeId(), null, SocketMode::breakAfterSending);
    }

    private static void breakAfterSending(WebSocket connection) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (connection.hasBufferedData() && System.nanoTime() < end) {
            Thread.onSpinWait(); // what was sent has to arrive: a close overtakes what still lies here
        }
        connection.closeConnection(1006, "dropped");
    }

    private static void nothing(WebSocket connection) {}

    private synchronized String envelopeId() {
        lastEnvelope++;
        return "00000000-0000-4000-8000-%012d".formatted(lastEnvelope);
    }

    private Delivered send(Payload payload, String id, @Nullable Retry retry, Consumer<WebSocket> afterwards) {
        ObjectNode envelope = envelope(payload, id, retry);
        synchronized (this) {
            acknowledged.remove(id);
        }
        WebSocket connection = next();
        long start = System.nanoTime(); // Slack's patience begins when it has a connection
        connection.send(envelope.toString());
        afterwards.accept(connection);
        Optional<JsonNode> ack = acknowledgement(id, connection);
        if (ack.isEmpty() && !connection.isOpen()) {
            int number = retry == null ? 1 : retry.number() + 1;
            return send(payload, id, new Retry(number, "connection_closed"), SocketMode::nothing);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return ack.map(found -> new Delivered(payload, 200, body(found), millis, null, id))
                .orElseGet(() -> new Delivered(payload, 0, "not acknowledged", millis, null, id));
    }

    private static String body(JsonNode ack) {
        JsonNode payload = ack.path("payload");
        if (payload.isString()) {
            return payload.stringValue();
        }
        return payload.isEmpty() ? "" : payload.toString();
    }

    private static ObjectNode envelope(Payload payload, String id, @Nullable Retry retry) {
        ObjectNode envelope = Json.object().put("envelope_id", id);
        envelope.set("payload", payload.json());
        envelope.put("type", payload.kind().envelope())
                .put("accepts_response_payload", payload.kind() != Payload.Kind.EVENT);
        if (retry != null) {
            envelope.put("retry_attempt", retry.number()).put("retry_reason", retry.reason());
        } else if (payload.kind() == Payload.Kind.EVENT) {
            envelope.put("retry_attempt", 0).put("retry_reason", "");
        }
        return envelope;
    }

    private synchronized WebSocket next() {
        until(() -> open.stream().anyMatch(WebSocket::isOpen), "an open connection");
        List<WebSocket> usable = open.stream().filter(WebSocket::isOpen).toList();
        turn++;
        return usable.get(turn % usable.size());
    }

    private synchronized Optional<JsonNode> acknowledgement(String id, WebSocket connection) {
        holds(() -> acknowledged.containsKey(id) || !connection.isOpen());
        return Optional.ofNullable(acknowledged.get(id));
    }

    private void disconnect(String reason) {
        ObjectNode json = Json.object().put("type", "disconnect").put("reason", reason);
        json.putObject("debug_info").put("host", "applink-fake");
        connectionsNow().forEach(connection -> connection.send(json.toString()));
    }

    private synchronized List<WebSocket> connectionsNow() {
        return List.copyOf(open);
    }

    synchronized void opened(WebSocket connection, String resource) {
        if (!tickets.removeIf(ticket -> resource.contains("ticket=" + ticket + "&"))) {
            connection.close(1008, "no such ticket");
            return;
        }
        open.add(connection);
        opened++;
        ObjectNode hello = Json.object().put("type", "hello").put("num_connections", open.size());
        hello.putObject("debug_info")
                .put("host", "applink-fake")
                .put("build_number", 1)
                .put("approximate_connection_time", 18_060);
        hello.putObject("connection_info").put("app_id", appId);
        connection.send(hello.toString());
        notifyAll();
    }

    synchronized void closed(WebSocket connection) {
        open.remove(connection);
        notifyAll();
    }

    synchronized void heard(String text) {
        JsonNode json = Json.parse(text);
        acknowledged.put(Json.text(json, "envelope_id"), json);
        notifyAll();
    }

    private synchronized void until(BooleanSupplier condition, String what) {
        if (!holds(condition)) {
            throw new AssertionError("waited in vain for " + what);
        }
    }

    private synchronized boolean holds(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        server.end();
    }
}
