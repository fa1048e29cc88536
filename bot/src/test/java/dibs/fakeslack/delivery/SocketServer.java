package dibs.fakeslack.delivery;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** The WebSocket server under Socket Mode, on a free port of the loopback address. */
final class SocketServer extends WebSocketServer {
    private final SocketMode owner;
    private final CountDownLatch started = new CountDownLatch(1);

    SocketServer(SocketMode owner) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.owner = owner;
        setReuseAddr(true);
        setConnectionLostTimeout(0);
        setDaemon(true);
        start();
        try {
            started.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    void end() {
        try {
            stop(1000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        owner.opened(connection, handshake.getResourceDescriptor());
    }

    @Override
    public void onMessage(WebSocket connection, String text) {
        owner.heard(text);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        owner.closed(connection);
    }

    @Override
    public void onError(@Nullable WebSocket connection, Exception error) {
        started.countDown(); // whoever waits finds no port; a broken connection is closed by its own
    }
}
