package dibs.backend.probe;

import dibs.backend.health.ProbeSpec;
import dibs.backend.health.Sign;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** What it means that a look broke off. */
final class Failures {
    private Failures() {}

    /** @param connected whether the host was reached before */
    static Finding finding(ProbeSpec spec, IOException failure, boolean connected) {
        String host = Words.cut(spec.target().host(), 80);
        return switch (failure) {
            case RefusedAddress refused ->
                new Finding(
                        Sign.UNREACHABLE,
                        host + " has a private address, and DIBS_PROBE_PRIVATE does not name it: nothing was sent");
            case UnknownHostException unknown ->
                new Finding(Sign.UNREACHABLE, "the name " + host + " is not known here");
            case NoRouteToHostException noRoute ->
                new Finding(Sign.UNREACHABLE, "there is no way to " + host + " from here");
            case ConnectException refused
            when noWay(refused) -> new Finding(Sign.UNREACHABLE, "there is no way to " + host + " from here");
            case ConnectException refused -> away(spec, host + " refuses connections");
            case SSLException broken -> new Finding(Sign.FAILED, "TLS with " + host + " fails: " + reason(broken));
            case InterruptedIOException late -> {
                String length = " within " + Words.length(spec.timeout());
                yield connected
                        ? new Finding(Sign.FAILED, "no whole answer" + length)
                        : away(spec, "no connection to " + host + length);
            }
            default ->
                connected
                        ? new Finding(Sign.FAILED, "the connection broke off: " + reason(failure))
                        : away(spec, "no connection to " + host + ": " + reason(failure));
        };
    }

    /** What is behind a VPN and does not answer from here may be well. */
    private static Finding away(ProbeSpec spec, String sentence) {
        return spec.vpn()
                ? new Finding(Sign.UNREACHABLE, sentence + "; it is behind a VPN, so that says nothing of how it is")
                : new Finding(Sign.FAILED, sentence);
    }

    private static boolean noWay(ConnectException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("unreachable");
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return Words.cut(Words.plain(message == null ? failure.getClass().getSimpleName() : message), 100);
    }
}
