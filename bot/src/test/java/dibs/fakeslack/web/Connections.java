package dibs.fakeslack.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Breaks what TCP holds together. */
final class Connections {
    private static final class Planned extends IOException implements QuietException {
        private static final long serialVersionUID = 1L;

        private Planned() {
            super("reset as planned");
        }
    }

    private Connections() {}

    /** Resets the connection of a request: the other side reads an error and no answer. */
    static void reset(Request request, Callback callback) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        try {
            if (endPoint.getTransport() instanceof SocketChannel channel && channel.isOpen()) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0); // closes with a reset, not with an end
                channel.close();
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } finally {
            callback.failed(new Planned());
        }
    }
}
