package dibs.synapse;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.UserId;
import dibs.fakematrix.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody whose client is matrix-js-sdk, in a process of its own: what is seen is what that client shows. */
public final class JsPerson implements AutoCloseable {
    private static final String PACKAGES = "matrix-js";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode END = Json.of("name", "end");

    private final UserId id;
    private final Process process;
    private final BlockingQueue<JsonNode> lines = new LinkedBlockingQueue<>();
    private final List<JsonNode> kept = new ArrayList<>();

    private JsPerson(UserId id, Process process) {
        this.id = id;
        this.process = process;
    }

    /** Starts the client of a person; skips the test where it is not installed. */
    public static JsPerson of(SynapsePerson person, Synapse synapse) {
        Path modules = Installed.npm(PACKAGES);
        Path script = Path.of("src/test", PACKAGES, "person.mjs").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(node(modules).toString(), script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "NODE_PATH", modules.toString(),
                        "MATRIX_URL", synapse.address().toString(),
                        "MATRIX_USER", person.id().value(),
                        "MATRIX_TOKEN", person.token(),
                        "MATRIX_DEVICE", person.device()));
        try {
            JsPerson client = new JsPerson(person.id(), builder.start());
            Thread.ofVirtual().start(client::read);
            client.awaits("the client to be ready", line -> named(line, "ready"));
            return client;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path node(Path modules) {
        try (Stream<Path> folders = Files.list(modules)) {
            return folders.map(folder -> folder.resolve("bin/node"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no Node for this machine is among " + modules));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The full id. */
    public UserId id() {
        return id;
    }

    /** Types that; the event's id. */
    public String says(RoomId room, String text) {
        return does(Json.of("do", "say").put("room", room.value()).put("text", text));
    }

    /** Types that in answer to an event. */
    public String replies(RoomId room, String event, String text) {
        return does(Json.of("do", "reply")
                .put("room", room.value())
                .put("to", event)
                .put("text", text));
    }

    /** Reacts with an emoji. */
    public String reacts(RoomId room, String event, String emoji) {
        return does(Json.of("do", "react")
                .put("room", room.value())
                .put("to", event)
                .put("key", emoji));
    }

    /** Goes in. */
    public void joins(RoomId room) {
        does(Json.of("do", "join").put("room", room.value()));
    }

    private String does(ObjectNode order) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((order + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        JsonNode end = awaits("the end of " + order, line -> named(line, "done") || named(line, "failed"));
        if (named(end, "failed")) {
            throw new IllegalStateException(Json.at(end, "why"));
        }
        return Json.at(end, "id");
    }

    /** The next thing that the client shows and that is meant; what it showed before that may be asked for later. */
    public JsonNode awaits(String what, Predicate<JsonNode> meant) {
        for (JsonNode line : List.copyOf(kept)) {
            if (meant.test(line)) {
                kept.remove(line);
                return line;
            }
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                JsonNode line = lines.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (line == null || line.equals(END)) {
                    throw new AssertionError(id + " waited in vain for " + what + "; shown was " + shown());
                }
                if (meant.test(line)) {
                    return line;
                }
                kept.add(line);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private List<String> shown() {
        return kept.stream()
                .map(line -> Json.at(line, "name") + " of " + Json.at(line, "sender") + ": " + Json.at(line, "body"))
                .filter(line -> !line.startsWith("m.room"))
                .toList();
    }

    /** The next message of somebody in which this stands, first or latest version. */
    public JsonNode hears(UserId from, String part) {
        return awaits(
                "a message of " + from + " with " + part,
                line -> named(line, "message")
                        && Json.at(line, "sender").equals(from.value())
                        && Json.at(line, "body").contains(part));
    }

    /** Whether the line is of that name. */
    public static boolean named(JsonNode line, String name) {
        return Json.at(line, "name").equals(name);
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        } catch (IOException ended) {
            // the end of the client is the end of what it shows
        }
        lines.add(END);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException alreadyGone) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
