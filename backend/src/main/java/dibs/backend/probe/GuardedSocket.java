package dibs.backend.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/** A socket that connects only where that is allowed: the last look at the very address that is connected to. */
final class GuardedSocket extends Socket {
    private final AddressGuard guard;

    GuardedSocket(AddressGuard guard) {
        super(Proxy.NO_PROXY);
        this.guard = guard;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress internet)
                || internet.getAddress() == null
                || !guard.allows(internet.getHostString(), internet.getAddress())) {
            throw new RefusedAddress(String.valueOf(endpoint));
        }
        super.connect(endpoint, timeout);
    }
}
