package dibs.backend.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. May take its time. */
@FunctionalInterface
public interface Lookup {
    /** All of them, the preferred ones first. */
    InetAddress[] all(String host) throws UnknownHostException;
}
