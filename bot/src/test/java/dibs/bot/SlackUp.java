package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.slack.door.SlackDoor;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeSlack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole server as {@code up} starts it, beside a Slack of the test's own. */
final class SlackUp {
    private static final Pattern PAGE = Pattern.compile("(http://\\S+)/chat");

    private SlackUp() {}

    /**
     * Starts it on the store in that folder.
     *
     * @param how settings by which it is connected
     */
    static Server start(FakeSlack slack, FakeChannel home, Path folder, Map<String, String> how) {
        Map<String, String> environment = new HashMap<>(how);
        environment.put("DIBS_PORT", "0");
        environment.put("DIBS_DB", folder.resolve("dibs.db").toString());
        environment.put("SLACK_BOT_TOKEN", slack.botToken());
        environment.put("SLACK_API_URL", slack.apiUrl());
        environment.put("SLACK_CHANNEL", home.id());
        return Server.start(Start.read(environment, Optional.empty()));
    }

    /** Where it takes Slack's requests. */
    static URI door(Server server) {
        return address(server, SlackDoor.PATH);
    }

    /** What it answers at that path. */
    static HttpResponse<String> get(Server server, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address(server, path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static URI address(Server server, String path) {
        Matcher page = PAGE.matcher(String.join(" ", server.pages()));
        assertThat(page.find()).isTrue();
        return URI.create(page.group(1) + path);
    }
}
