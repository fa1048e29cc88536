package dibs.synapse;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Stands between Dibs and its homeserver, passes everything on, and at a chosen request does something else: there a process can be
 * killed at a known step of its work, without its help.
 */
public final class Relay implements AutoCloseable {
    /** Where in an exchange. */
    public enum Moment {
        /** The request has come, and the homeserver does not get it. */
        ASKED,
        /** The homeserver has answered, and who asked does not get it. */
        ANSWERED,
        /** Who asked has the answer. */
        TOLD
    }

    private record Ordered(Predicate<Exchanged> which, Moment moment, Runnable deed) {}

    /**
     * A request and, once it is there, its answer.
     *
     * @param line method and target
     */
    public record Exchanged(String line, Optional<String> answer) {
        /** Whether it is this method on a path with this part. */
        public boolean is(String method, String part) {
            return line.startsWith(method + " ") && line.contains(part);
        }

        /** Whether the answer has that in it. */
        public boolean answers(String part) {
            return answer.orElse("").contains(part);
        }
    }

    private final ServerSocket listening;
    private final int target;
    private final List<Ordered> ordered = new ArrayList<>();
    private final List<Socket> open = new ArrayList<>();

    /** Before that homeserver. */
    public Relay(URI homeserver) {
        target = homeserver.getPort();
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Does that once, at that moment of the next exchange that is meant; who asked hears no more of it then. */
    public void at(Moment moment, Predicate<Exchanged> which, Runnable deed) {
        synchronized (ordered) {
            ordered.add(new Ordered(which, moment, deed));
        }
    }

    /** Does nothing any more of what it was told to do. */
    public void heals() {
        synchronized (ordered) {
            ordered.clear();
        }
    }

    private boolean done(Moment moment, Exchanged exchanged) {
        Optional<Ordered> order;
        synchronized (ordered) {
            order = ordered.stream()
                    .filter(one -> one.moment() == moment && one.which().test(exchanged))
                    .findFirst();
            order.ifPresent(ordered::remove);
        }
        order.ifPresent(one -> one.deed().run());
        return order.isPresent();
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
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                byte[] request = request(line, in);
                if (done(Moment.ASKED, new Exchanged(line, Optional.empty()))) {
                    return;
                }
                byte[] answer = ask(request);
                Exchanged exchanged = new Exchanged(line, Optional.of(new String(answer, StandardCharsets.UTF_8)));
                if (answer.length == 0 || done(Moment.ANSWERED, exchanged)) {
                    return;
                }
                socket.getOutputStream().write(answer);
                socket.getOutputStream().flush();
                if (done(Moment.TOLD, exchanged)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // so is the connection
        }
    }

    /** The request as it is passed on: with the end of its answer at the end of the connection. */
    private static byte[] request(String first, InputStream in) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        put(request, first);
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String name = line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
            if (name.equals("content-length")) {
                length = Integer.parseInt(line.substring(name.length() + 1).strip());
            }
            if (!name.equals("connection") && !name.equals("accept-encoding")) {
                put(request, line);
            }
        }
        put(request, "Connection: close");
        put(request, "");
        request.write(in.readNBytes(length));
        return request.toByteArray();
    }

    private byte[] ask(byte[] request) throws IOException {
        try (Socket homeserver = new Socket(InetAddress.getLoopbackAddress(), target)) {
            OutputStream out = homeserver.getOutputStream();
            out.write(request);
            out.flush();
            return homeserver.getInputStream().readAllBytes();
        }
    }

    private static void put(ByteArrayOutputStream to, String line) {
        to.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
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
