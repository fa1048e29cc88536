package dibs.backend.probe;

import dibs.backend.health.Sign;
import dibs.backend.health.Target.Tcp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import javax.net.SocketFactory;

/** Sees whether a port takes connections. */
final class PortProbe {
    private PortProbe() {}

    static Finding look(Tcp target, SocketFactory sockets, List<InetAddress> addresses, Look.Deadline deadline)
            throws IOException {
        connected(sockets, addresses, target.port(), deadline).close();
        return new Finding(Sign.PASSING, "port " + target.port() + " takes connections");
    }

    /** A connection to the first of the addresses that takes one. */
    static Socket connected(SocketFactory sockets, List<InetAddress> addresses, int port, Look.Deadline deadline)
            throws IOException {
        IOException last = new SocketTimeoutException("timeout");
        for (int index = 0; index < addresses.size(); index++) {
            // One that hangs leaves time for those after it.
            Duration left = deadline.left().dividedBy(addresses.size() - index);
            if (left.toMillis() < 1) {
                break;
            }
            Socket socket = sockets.createSocket();
            try {
                socket.connect(new InetSocketAddress(addresses.get(index), port), (int) left.toMillis());
                return socket;
            } catch (IOException failed) {
                socket.close();
                last = failed;
            }
        }
        throw last;
    }
}
