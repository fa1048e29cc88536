package dibs.fakeslack.clients;

import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.workspace.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;

/** A script of {@code slack-js} that runs in Node, with the packages that {@code .ci/tools} installed beside the tree. */
final class Node implements AutoCloseable {
    /** Slack's own clients, and the scripts that use them. */
    static final String CLIENTS = "slack-js";

    private static final JsonNode END = Json.object().put("name", "end");

    private final Process process;
    private final BlockingQueue<JsonNode> lines = new LinkedBlockingQueue<>();

    private Node(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(this::read);
    }

    /** Runs a script with a Slack to talk to; skips the test where Node or the packages are missing. */
    static Node run(FakeSlack slack, String script, String... arguments) {
        Path modules = modules(CLIENTS);
        List<String> command = new ArrayList<>(
                List.of(program().toString(), folder(CLIENTS).resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "NODE_PATH", modules.toString(),
                        "SLACK_API_URL", slack.apiUrl(),
                        "SLACK_BOT_TOKEN", slack.botToken(),
                        "SLACK_APP_TOKEN", slack.appToken(),
                        "SLACK_SIGNING_SECRET", slack.signingSecret()));
        try {
            return new Node(builder.start());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The folder of the tree that names the packages. */
    static Path folder(String packages) {
        return Path.of("src/test", packages).toAbsolutePath();
    }

    /** Where the packages are; skips the test where they are missing or not those of the lock file. */
    static Path modules(String packages) {
        Path cache = cache().resolve(packages);
        Path modules = cache.resolve("node_modules");
        if (!Files.isDirectory(modules) || !sameLock(folder(packages), cache)) {
            missing("the npm packages of " + packages + "/package-lock.json are not in " + cache);
        }
        return modules;
    }

    private static boolean sameLock(Path folder, Path cache) {
        String lock = "package-lock.json";
        try {
            return Files.mismatch(folder.resolve(lock), cache.resolve(lock)) == -1;
        } catch (IOException none) {
            return false;
        }
    }

    private static Path cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("dibs");
    }

    private static Path program() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseGet(() -> missing("no node on the PATH"));
    }

    static Path missing(String what) {
        String why = what + ": .ci/tools installs them";
        if ("1".equals(System.getenv("DIBS_REQUIRE_ALL"))) {
            return Assertions.fail(why);
        }
        System.out.println("Skipped: " + why);
        return Assumptions.abort(why);
    }

    /** Waits for the next line with this name; {@link AssertionError} when the script ends or is silent for a minute. */
    JsonNode line(String name) {
        try {
            while (true) {
                JsonNode line = lines.poll(60, TimeUnit.SECONDS);
                if (line == null || line.equals(END)) {
                    throw new AssertionError("no line called " + name + " came");
                }
                if (Json.text(line, "name").equals(name)) {
                    return line;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while waiting for " + name, interrupted);
        }
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> lines.add(Json.parse(line)));
        } catch (IOException | UncheckedIOException ended) {
            // the end of the script is the end of its lines
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
