package dibs.bot.platform.matrix.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A homeserver that answers by the book: a script of what is written back, byte by byte, to each path. */
final class Stub implements AutoCloseable {
    private static final String WHO = "{\"user_id\":\"@dibs:hs.test\",\"device_id\":\"DEV\"}";

    private final ServerSocket listening;
    private final Map<String, Deque<Script>> scripts = new ConcurrentHashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Socket> open = new ArrayList<>();

    /** What is written back. */
    interface Script {
        void write(OutputStream to) throws IOException;
    }

    /** What was asked. */
    record Asked(String method, String target, Map<String, String> headers, String body) {
        String path() {
            return target.replaceFirst("\\?.*", "");
        }
    }

    Stub() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        always("/_matrix/client/v3/account/whoami", answer(200, WHO));
        always("/_matrix/client/versions", answer(200, "{\"versions\":[\"v1.12\"]}"));
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Host and port, as a server's name. */
    String name() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** From now on this is the last answer to a path. */
    Stub always(String path, Script script) {
        scripts.put(path, new ArrayDeque<>(List.of(script)));
        return this;
    }

    /** The next answers to a path, before that which is always given. */
    Stub next(String path, Script... first) {
        Deque<Script> all = scripts.computeIfAbsent(path, none -> new ArrayDeque<>());
        synchronized (all) {
            Deque<Script> before = new ArrayDeque<>(List.of(first));
            while (!before.isEmpty()) {
                all.addFirst(before.removeLast());
            }
        }
        return this;
    }

    /** What was asked of a path. */
    List<Asked> asked(String path) {
        synchronized (asked) {
            return asked.stream().filter(one -> one.path().equals(path)).toList();
        }
    }

    /** All that was asked. */
    List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** A whole answer with these headers. */
    static Script answer(int status, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return to -> {
            head(to, status, bytes.length, headers);
            to.write(bytes);
        };
    }

    /** Nothing, for ever. */
    static Script silence() {
        return to -> {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** The first part of an answer, and the end of the connection. */
    static Script half(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return to -> {
            head(to, 200, bytes.length);
            to.write(bytes, 0, bytes.length / 2);
            throw new IOException("cut");
        };
    }

    /** An answer that does not end. */
    static Script endless() {
        byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        return to -> {
            head(to, 200, Long.MAX_VALUE);
            while (true) {
                to.write(blanks);
            }
        };
    }

    /** The end of the connection. */
    static Script cut() {
        return to -> {
            throw new IOException("cut");
        };
    }

    private static void head(OutputStream to, int status, long length, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " As The Script Says\r\n");
        head.append("Content-Type: application/json\r\nContent-Length: ")
                .append(length)
                .append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        to.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                synchronized (open) {
                    open.add(socket);
                }
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // nobody listens any more
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                Asked one = read(line, in);
                synchronized (asked) {
                    asked.add(one);
                }
                script(one.path()).write(out);
                out.flush();
            }
        } catch (IOException gone) {
            // so is the connection
        }
    }

    private Script script(String path) {
        Deque<Script> left = scripts.get(path);
        if (left == null) {
            return answer(404, "{\"errcode\":\"M_UNRECOGNIZED\",\"error\":\"not in the script\"}");
        }
        synchronized (left) {
            return left.size() > 1 ? left.removeFirst() : left.getFirst();
        }
    }

    private static Asked read(String first, InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String[] words = first.split(" ", -1);
        return new Asked(words[0], words[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            listening.close();
            synchronized (open) {
                for (Socket socket : open) {
                    socket.close();
                }
            }
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
