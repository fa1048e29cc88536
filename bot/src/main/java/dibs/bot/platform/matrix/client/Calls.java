package dibs.bot.platform.matrix.client;

import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls of the client-server API: a method, a path and what is told.
 *
 * @param longest how long an answer may take
 */
record Calls(Door door, Duration longest) {
    private static final String V3 = "_matrix/client/v3";

    Sent<ObjectNode> get(Consumer<HttpUrl.Builder> path) {
        return ask("GET", path, null, longest, Exchange.LARGEST);
    }

    Sent<ObjectNode> put(Consumer<HttpUrl.Builder> path, ObjectNode body) {
        return ask("PUT", path, body, longest, Exchange.LARGEST);
    }

    Sent<ObjectNode> post(Consumer<HttpUrl.Builder> path, ObjectNode body) {
        return ask("POST", path, body, longest, Exchange.LARGEST);
    }

    Sent<ObjectNode> ask(
            String method, Consumer<HttpUrl.Builder> path, @Nullable ObjectNode body, Duration longest, long largest) {
        return door.ask(new Door.Question(method, path, body, longest, largest));
    }

    static Consumer<HttpUrl.Builder> in(RoomId room, String... more) {
        return path("rooms", room.value()).andThen(url -> segments(url, more));
    }

    static Consumer<HttpUrl.Builder> path(String... segments) {
        return url -> segments(url.addPathSegments(V3), segments);
    }

    private static void segments(HttpUrl.Builder url, String... segments) {
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
    }
}
