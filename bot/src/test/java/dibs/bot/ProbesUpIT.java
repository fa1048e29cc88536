package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole server as {@code up} starts it, beside a server that it may or may not ask. */
@Timeout(120)
class ProbesUpIT {
    private final Semaphore asked = new Semaphore(0);
    private HttpServer probed;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        probed = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        probed.createContext("/", exchange -> {
            asked.release();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        probed.start();
    }

    @AfterEach
    void close() {
        probed.stop(0);
    }

    private Server up(Map<String, String> more) throws IOException {
        String yaml = """
            catalog:
              base: none
              environments:
                - id: demo
                  kind: service
                  title: Demo
                  mode: shared
                  probes: [{kind: http, url: "http://127.0.0.1:%d/", every: 10s, timeout: 5s}]
            """.formatted(probed.getAddress().getPort());
        Map<String, String> environment = new HashMap<>(more);
        environment.put(
                "DIBS_CONFIG",
                Files.writeString(folder.resolve("dibs.yaml"), yaml).toString());
        environment.put("DIBS_PORT", "0");
        environment.put("DIBS_DB", folder.resolve("dibs.db").toString());
        return Server.start(Start.read(environment, Optional.empty()));
    }

    @Test
    void switchedOnItAsksAndSwitchedOffItAsksNobody() throws IOException, InterruptedException {
        try (Server server = up(Map.of())) {
            assertThat(server.pages()).isNotEmpty();
            assertThat(asked.tryAcquire(12, TimeUnit.SECONDS))
                    .as("asked while off")
                    .isFalse();
        }
        try (Server server = up(Map.of("DIBS_PROBES", "on"))) {
            assertThat(server.pages()).isNotEmpty();
            assertThat(asked.tryAcquire(12, TimeUnit.SECONDS))
                    .as("a private address")
                    .isFalse();
        }
        try (Server server = up(Map.of("DIBS_PROBES", "on", "DIBS_PROBE_PRIVATE", "127.0.0.1"))) {
            assertThat(server.pages()).isNotEmpty();
            assertThat(asked.tryAcquire(2, 60, TimeUnit.SECONDS))
                    .as("asked twice")
                    .isTrue();
        }
    }
}
