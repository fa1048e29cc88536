package dibs.bot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chat page over HTTP: what it refuses, and what every response carries. */
class ChatPageRefusalsTest {
    @TempDir
    Path folder;

    private ChatServer server;
    private ChatClient client;

    @BeforeEach
    void start() {
        start(true);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void start(boolean loopback) {
        server = ChatServer.start(folder, loopback);
        client = new ChatClient(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat", "/chat/chat.js", "/chat/messages", "/chat/nothing", "/"})
    void everyResponseKeepsStrangersOut(String path) throws Exception {
        HttpResponse<String> response = client.load(path);

        assertThat(ChatClient.header(response, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                        + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(ChatClient.header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(ChatClient.header(response, "Referrer-Policy")).isEqualTo("no-referrer");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 302",
        "GET, /chat/, 302",
        "POST, /, 405",
        "GET, /chat/nothing, 404",
        "POST, /chat/nothing, 404",
        "GET, /chat/messages/1, 404",
        "POST, /chat, 405",
        "DELETE, /chat/chat.js, 405",
        "GET, /chat/messages, 405",
        "PUT, /chat/messages, 405",
        "OPTIONS, /chat/messages, 405",
        "GET, /other, 404",
        "GET, /chatter, 404"
    })
    void whatItDoesNotServe(String method, String path, int status) throws Exception {
        HttpResponse<String> response = client.exchange(client.request(path).method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 302) {
            assertThat(ChatClient.header(response, "Location")).isEqualTo("/chat");
        }
        if (status == 405) {
            assertThat(ChatClient.header(response, "Allow"))
                    .isEqualTo(path.equals("/chat/messages") ? "POST" : "GET, HEAD");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "claim dev-signing",
                "[]",
                "\"claim\"",
                "{",
                "{}",
                "{\"as\":\"ann\"}",
                "{\"text\":\"help\"}",
                "{\"as\":\"ann\",\"text\":7}",
                "{\"as\":\"ann\",\"text\":null}",
                "{\"as\":7,\"text\":\"help\"}",
                "{\"as\":\"\",\"text\":\"help\"}",
                "{\"as\":\"a b\",\"text\":\"help\"}",
                "{\"as\":\"-ann\",\"text\":\"help\"}",
                "{\"as\":\"a:b\",\"text\":\"help\"}",
                "{\"as\":\"<b>\",\"text\":\"help\"}",
                "{\"as\":\"ann\",\"text\":\"help\",\"id\":7}",
                "{\"as\":\"ann\",\"text\":\"help\",\"id\":\"\"}",
                "{\"as\":\"ann\",\"text\":\"help\",\"id\":\"a b\"}",
                "{\"as\":\"ann\",\"text\":\"help\"} {}"
            })
    void refusesWhatCannotBeRead(String body) throws Exception {
        refuses(client.message(body), 400);
    }

    @Test
    void refusesNamesAndIdsThatAreTooLong() throws Exception {
        refuses(client.message(ChatClient.text(Map.of("as", "a".repeat(65), "text", "help"))), 400);
        refuses(client.message(ChatClient.text(Map.of("as", "ann", "text", "help", "id", "m".repeat(201)))), 400);
        assertThat(client.json(Map.of("as", "ä".repeat(64), "text", "help", "id", "m".repeat(200)))
                        .path("outcome")
                        .asString())
                .isEqualTo("shown");
    }

    @Test
    void refusesDeepJson() throws Exception {
        refuses(client.message("[".repeat(60_000)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""})
    void refusesOtherTypes(String type) throws Exception {
        HttpRequest.Builder request = client.request("/chat/messages").POST(BodyPublishers.ofString("{}"));

        refuses(type.isEmpty() ? request : request.header("Content-Type", type), 415);
    }

    @Test
    void refusesWhatIsTooLong() throws Exception {
        String fits = ChatClient.text(Map.of("as", "ann", "text", "x".repeat(65_000)));
        String tooLong = ChatClient.text(Map.of("as", "ann", "text", "x".repeat(65_536)));

        assertThat(client.exchange(client.message(fits)).statusCode()).isEqualTo(200);
        refuses(client.message(tooLong), 413);
        refuses(
                client.request("/chat/messages")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(tooLong.getBytes(StandardCharsets.UTF_8)))),
                413);
        assertThat(client.announce(
                        "/chat/messages",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "Content-Length: 9000000000"))
                .startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.evil.example",
                "10.0.0.1",
                "[::2]",
                "localhost@evil.example"
            })
    void refusesHostsThatOnlyLeadHere(String host) throws Exception {
        String answer = client.get("/chat", "Host: " + host);

        assertThat(answer).containsPattern("^HTTP/1.1 (403|400) ").doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1234", "127.0.0.1:80", "127.0.0.2", "[::1]:8080"})
    void answersToEveryNameOfThisMachine(String host) throws Exception {
        assertThat(client.get("/chat", "Host: " + host)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                "http://localhost:{port}",
                "file://127.0.0.1:{port}",
                "127.0.0.1:{port}",
                "http://%",
                ""
            })
    void refusesWhatAnotherSiteSends(String origin) throws Exception {
        String from = origin.replace("{port}", String.valueOf(server.port()));
        String hello = ChatClient.text(Map.of("as", "ann", "text", "claim dev-signing"));

        refuses(client.message(hello).header("Origin", from), 403);
        assertThat(client.say("ann", "leases").path("text").asString()).doesNotContain("dev-signing");
    }

    @Test
    void answersItself() throws Exception {
        HttpRequest.Builder hello = client.message(ChatClient.text(Map.of("as", "ann", "text", "help")));
        assertThat(client.exchange(hello.header("Origin", server.address())).statusCode())
                .isEqualTo(200);

        assertThat(client.get("/chat", "Host: localhost", "Origin: https://localhost:443"))
                .as("behind something that speaks https")
                .startsWith("HTTP/1.1 200 ");
    }

    private void refuses(HttpRequest.Builder request, int status) throws Exception {
        HttpResponse<String> response = client.exchange(request);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(ChatClient.header(response, "Content-Type")).isEqualTo("application/json");
        JsonNode json = JsonMapper.shared().readTree(response.body());
        assertThat(json.propertyNames()).containsExactly("error");
        assertThat(json.path("error").asString()).endsWith(".").hasSizeBetween(20, 120);
    }
}
