package dibs.fakeslack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dibs.fakeslack.workspace.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The least that is an app: keeps what it is told, answers what it was told to answer, calls what it is asked to. */
final class EchoApp implements AutoCloseable {
    /** A request that came. */
    record Heard(Map<String, List<String>> headers, String body) {
        /** What stands in a form field; empty when it is not there. */
        String field(String name) {
            for (String pair : body.split("&")) {
                if (pair.startsWith(name + "=")) {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            return "";
        }

        /** The interaction in the form. */
        JsonNode payload() {
            return Json.parse(field("payload"));
        }

        JsonNode json() {
            return Json.parse(body);
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private final FakeSlack slack;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile String answer = "";
    private volatile int status = 200;

    private EchoApp(FakeSlack slack) throws IOException {
        this.slack = slack;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts one and makes it the app of this Slack. */
    static EchoApp of(FakeSlack slack) {
        try {
            EchoApp app = new EchoApp(slack);
            slack.connect(
                    URI.create("http://127.0.0.1:" + app.server.getAddress().getPort() + "/"));
            return app;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    void answers(int newStatus, String body) {
        status = newStatus;
        answer = body;
    }

    Heard last() {
        return heard.getLast();
    }

    List<Heard> heard() {
        return heard;
    }

    /** Calls the Web API with the bot's token and a JSON body. */
    JsonNode calls(String method, String json) {
        return Json.parse(callsRaw(method, json).body());
    }

    /** The same with status and headers. */
    HttpResponse<String> callsRaw(String method, String json) {
        return posts(slack.apiUrl() + method, json);
    }

    /** Posts JSON anywhere. */
    HttpResponse<String> posts(String url, String json) {
        try {
            return send(url, json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private HttpResponse<String> send(String url, String json) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + slack.botToken())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A section that says this, then a button. */
    static String message(FakeChannel channel, String text, String button) {
        ObjectNode json = Json.object().put("channel", channel.id()).put("text", text);
        var blocks = json.putArray("blocks");
        blocks.addObject()
                .put("type", "section")
                .putObject("text")
                .put("type", "mrkdwn")
                .put("text", text);
        var actions =
                blocks.addObject().put("type", "actions").put("block_id", "row").putArray("elements");
        ObjectNode element = actions.addObject()
                .put("type", "button")
                .put("action_id", "press")
                .put("value", "v1");
        element.putObject("text").put("type", "plain_text").put("text", button);
        return json.toString();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(new Heard(exchange.getRequestHeaders(), body));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
