package dibs.fakeslack.web;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Breaks what TCP holds together. */
final class Connections {
    private Connections() {}

    /** Resets the connection of a request: the other side reads an error and no answer. */
    static void reset(Request request, Callback callback) throws IOException {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0); // closes with a reset, not with an end
            channel.close();
        }
        callback.failed(new IOException("reset as planned"));
    }
}
