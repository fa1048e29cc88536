package dibs.bot.bench;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The least that listens: the same Jetty with one answer, as a floor for start and memory. */
public final class BareJetty {
    private BareJetty() {}

    /** Listens on any free port of the loopback address, prints its address and stays. */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Content.Sink.write(response, true, "{\"status\":\"ok\"}", callback);
                return true;
            }
        });
        server.start();
        System.out.println("http://127.0.0.1:" + connector.getLocalPort() + "/");
        server.join();
    }
}
