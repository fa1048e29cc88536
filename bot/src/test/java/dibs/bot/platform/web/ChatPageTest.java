package dibs.bot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chat page over HTTP: what it serves and what it answers. */
class ChatPageTest {
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
    @CsvSource({
        "/chat, text/html; charset=utf-8",
        "/chat/chat.css, text/css; charset=utf-8",
        "/chat/chat.js, text/javascript; charset=utf-8",
        "/chat/delivery.js, text/javascript; charset=utf-8",
        "/chat/icon.svg, image/svg+xml"
    })
    void servesThePageAndItsFiles(String path, String type) throws Exception {
        HttpResponse<String> file = client.load(path);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isNotBlank();
        assertThat(ChatClient.header(file, "Content-Type")).isEqualTo(type);
        assertThat(ChatClient.header(file, "Cache-Control")).isEqualTo("no-cache");
        String tag = ChatClient.header(file, "ETag");
        HttpResponse<String> again = client.exchange(client.request(path).header("If-None-Match", "\"other\", " + tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(client.exchange(client.request(path).method("HEAD", BodyPublishers.noBody()))
                        .body())
                .isEmpty();
    }

    @Test
    void nothingInThePageIsInlineOrFromElsewhere() throws Exception {
        String page = client.load("/chat").body();

        assertThat(page).doesNotContain("<style", "style=", "http:", "https:").doesNotContainPattern("\\son[a-z]+=");
        assertThat(page).containsPattern("<script type=\"module\" src=\"chat/chat\\.js\"></script>");
    }

    @Test
    void answersAsJson() throws Exception {
        HttpResponse<String> response = client.post(Map.of(
                "as",
                "Ann",
                "text",
                "claim dev-signing for 2h a <b>new</b> key",
                "id",
                "m-1",
                "zone",
                "Europe/Berlin"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ChatClient.header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(ChatClient.header(response, "Cache-Control")).isEqualTo("no-store");
        JsonNode json = JsonMapper.shared().readTree(response.body());
        assertThat(json.propertyNames()).containsExactly("command", "outcome", "text", "html", "notices");
        assertThat(json.path("command").asString()).isEqualTo("claim");
        assertThat(json.path("outcome").asString()).isEqualTo("granted");
        assertThat(json.path("notices").size()).isZero();
        assertThat(json.path("text").asString())
                .startsWith("dev-signing is yours until Mon 23 Nov 12:00 (Berlin, in 2 h).\n");
        assertThat(json.path("html").asString())
                .startsWith("<p><code>dev-signing</code> is yours until <time datetime=\"2026-11-23T11:00:00Z\""
                        + " title=\"2026-11-23 12:00:00 +01:00 Europe/Berlin\">Mon 23 Nov 12:00 (Berlin, in 2 h)</time>"
                        + ".</p>");

        JsonNode others = client.say("bob", "claim dev-signing");
        assertThat(others.path("outcome").asString()).isEqualTo("held");
        assertThat(others.path("html").asString())
                .startsWith("<p>Nothing was claimed. <code>dev-signing</code>: held by <b dir=\"auto\">Ann</b> since ")
                .endsWith(": <bdi class=\"quote\">“a &lt;b&gt;new&lt;/b&gt; key”</bdi>.</p>");
    }

    @Test
    void whatIsNoCommandHasNone() throws Exception {
        JsonNode json = client.say("ann", "xyzzy");

        assertThat(json.path("outcome").asString()).isEqualTo("misunderstood");
        assertThat(json.has("command")).isFalse();
    }

    @Test
    void aNameIsOnePersonInWhateverCase() throws Exception {
        client.say("Ann", "claim dev-signing for 2h");

        assertThat(client.say("ANN", "unclaim").path("outcome").asString()).isEqualTo("released");
        assertThat(client.say("ann", "me").path("text").asString()).contains("web:ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nowhere/Land", "", "1234567", "\u0000", "<script>"})
    void aZoneThatNobodyKnowsDoesNotCount(String zone) throws Exception {
        JsonNode json = client.json(Map.of("as", "ann", "text", "me", "zone", zone));

        assertThat(json.path("text").asString()).contains("zone: UTC");
    }

    @Test
    void aMessageThatComesAgainHasItsEffectOnce() throws Exception {
        Map<String, String> claim = Map.of("as", "ann", "text", "claim dev-signing for 2h", "id", "m-1");
        JsonNode first = client.json(claim);
        client.say("ann", "unclaim dev-signing");

        assertThat(client.json(claim)).isEqualTo(first);
        assertThat(client.say("ann", "leases mine").path("items")).isEmpty();
        assertThat(client.json(Map.of("as", "bob", "text", "claim dev-signing", "id", "m-1"))
                        .path("outcome")
                        .asString())
                .as("the same id from somebody else is another message")
                .isEqualTo("granted");
    }

    @Test
    void noticesComeOnceAndOnlyOnceTheyWereWritten() throws Exception {
        client.say("bob", "me");
        client.say("ann", "claim dev-signing for 2h with @bob");

        server.breakLine(true);
        assertThat(client.post(Map.of("as", "bob", "text", "help")).statusCode())
                .isEqualTo(500);
        server.breakLine(false);

        JsonNode notices = client.say("bob", "help").path("notices");
        assertThat(notices.size()).isEqualTo(1);
        assertThat(notices.path(0).asString())
                .startsWith("<p>ann made you a helper on <code>dev-signing</code> until <time ");
        assertThat(client.say("bob", "help").path("notices").size()).isZero();
    }

    @Test
    void onlyThePageOfThisMachineMayClaim() throws Exception {
        stop();
        start(false);

        assertThat(client.say("ann", "claim dev-signing").path("outcome").asString())
                .isEqualTo("forbidden");
        assertThat(client.say("ann", "leases").path("outcome").asString()).isEqualTo("listed");
        assertThat(client.get("/chat", "Host: dibs.example.org")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void twentyAtOnce() throws Exception {
        List<Callable<JsonNode>> claims = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "ann" + i;
            claims.add(() -> client.say(name, "claim dev-signing for 2h"));
        }

        assertThat(outcomes(claims)).isEqualTo(Map.of("granted", 1, "held", 19));
    }

    @Test
    void twentyTimesTheSameAtOnce() throws Exception {
        Map<String, String> claim = Map.of("as", "ann", "text", "claim dev-signing for 2h", "id", "m-1");
        List<Callable<JsonNode>> claims = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            claims.add(() -> client.json(claim));
        }

        assertThat(outcomes(claims)).isEqualTo(Map.of("granted", 20));
        assertThat(client.say("ann", "history dev-signing").path("text").asString())
                .containsOnlyOnce("claimed");
    }

    private static Map<String, Integer> outcomes(List<Callable<JsonNode>> claims) throws Exception {
        Map<String, Integer> outcomes = new TreeMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<JsonNode> answer : threads.invokeAll(claims)) {
                outcomes.merge(answer.get().path("outcome").asString(), 1, Integer::sum);
            }
        }
        return outcomes;
    }
}
