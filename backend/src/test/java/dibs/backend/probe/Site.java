package dibs.backend.probe;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A real server on this machine that answers as it is told, by path, and keeps the lines that it was asked. */
final class Site implements AutoCloseable {
    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();

    record Page(int status, String body, Map<String, String> headers) {}

    private Site(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.getRequestHeaders().forEach((name, values) -> headers.add(name + ": " + values.getFirst()));
            Page page = pages.getOrDefault(exchange.getRequestURI().getPath(), new Page(404, "nothing here", Map.of()));
            page.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    static Site http() throws IOException {
        return new Site(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http");
    }

    static Site https(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Site(server, "https");
    }

    Site says(String path, int status, String body) {
        return says(path, status, body, Map.of());
    }

    Site says(String path, int status, String body, Map<String, String> more) {
        pages.put(path, new Page(status, body, more));
        return this;
    }

    /** The three endpoints, well. */
    Site well() {
        says("/__lbheartbeat__", 200, "");
        says("/__version__", 200, "{\"version\":\"1.2.3\",\"commit\":\"abc123\",\"build\":\"b\"}");
        return says("/__heartbeat__", 200, "{}");
    }

    URI at(String host, String path) {
        return URI.create(scheme + "://" + host + ":" + port() + path);
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<String> asked() {
        return asked;
    }

    /** The headers of all requests. */
    List<String> headers() {
        return headers;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What a socket does that speaks no proper HTTP. */
    interface Rude {
        void serve(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    /** A server that does with each connection whatever it likes. */
    static final class Raw implements AutoCloseable {
        private final ServerSocket server;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Raw(Rude rude) throws IOException {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            threads.execute(() -> {
                try {
                    while (!server.isClosed()) {
                        Socket socket = server.accept();
                        threads.execute(() -> serve(rude, socket));
                    }
                } catch (IOException closed) {
                    // that is the end of the test
                }
            });
        }

        private static void serve(Rude rude, Socket socket) {
            try (socket) {
                rude.serve(socket, socket.getOutputStream());
            } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }

        URI at(String host, String path) {
            return URI.create("http://" + host + ":" + server.getLocalPort() + path);
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            threads.shutdownNow();
        }
    }
}
