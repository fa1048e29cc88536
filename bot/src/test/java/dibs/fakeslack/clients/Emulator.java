package dibs.fakeslack.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Slack that others wrote, in a process of its own, with a user {@code ann} and a channel {@code release}. */
final class Emulator implements AutoCloseable {
    private static final String PACKAGES = "slack-emulator";

    private final Process process;
    private final int port;

    private Emulator(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until it says that it is ready; skips the test where it is not installed. */
    static Emulator start() {
        Path modules = Node.modules(PACKAGES);
        try {
            int port = freePort();
            Process process = new ProcessBuilder(
                            program(modules).toString(),
                            modules.resolve("emulate/dist/index.js").toString(),
                            "start",
                            "-p",
                            Integer.toString(port),
                            "-s",
                            "slack",
                            "--seed",
                            Node.folder(PACKAGES).resolve("seed.yaml").toString())
                    .redirectErrorStream(true)
                    .start();
            Emulator emulator = new Emulator(process, port);
            emulator.awaitReady();
            return emulator;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** What is called instead of {@code https://slack.com/api/}. */
    String apiUrl() {
        return "http://127.0.0.1:" + port + "/api/";
    }

    private static Path program(Path modules) throws IOException {
        try (Stream<Path> folders = Files.list(modules)) {
            return folders.map(folder -> folder.resolve("bin/node"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseGet(() -> Node.missing("the Node of the emulator is not among " + modules));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Ready")) {
                Thread.ofPlatform().daemon().start(() -> reader.lines().forEach(ignored -> {})); // or it would stall
                return;
            }
        }
        throw new AssertionError("the emulator ended:\n" + said);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
