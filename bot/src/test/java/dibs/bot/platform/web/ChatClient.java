package dibs.bot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a test says to the page over HTTP. Each call returns when the server is done with it too. */
final class ChatClient implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ChatServer server;

    ChatClient(ChatServer server) {
        this.server = server;
    }

    JsonNode say(String name, String text) throws Exception {
        return json(Map.of("as", name, "text", text));
    }

    JsonNode json(Map<String, String> message) throws Exception {
        HttpResponse<String> response = post(message);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    HttpResponse<String> post(Map<String, String> message) throws Exception {
        return exchange(message(text(message)));
    }

    HttpRequest.Builder message(String body) {
        return request("/chat/messages")
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> load(String path) throws Exception {
        return exchange(request(path));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path));
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        server.awaitFinished();
        return response;
    }

    /** A GET with headers that a well-behaved client does not let anybody choose. */
    String get(String path, String... headers) throws IOException {
        return raw("GET " + path, headers, "");
    }

    /** A POST that announces more than it sends. */
    String announce(String path, String... headers) throws IOException {
        return raw("POST " + path, headers, "{");
    }

    private String raw(String request, String[] headers, String body) throws IOException {
        String head = request + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String text(Map<String, String> message) {
        return JsonMapper.shared().writeValueAsString(message);
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        client.close();
    }
}
