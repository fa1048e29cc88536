package dibs.backend.probe;

import dibs.backend.health.Sign;
import dibs.backend.health.Target.Certificate;
import java.io.IOException;
import java.io.Serial;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Reads how long a certificate still holds. Sends nothing but the beginning of TLS. */
final class CertificateProbe {
    private final Tls tls;
    private final SocketFactory sockets;
    private final InstantSource clock;

    CertificateProbe(Tls tls, SocketFactory sockets, InstantSource clock) {
        this.tls = tls;
        this.sockets = sockets;
        this.clock = clock;
    }

    Finding look(Certificate target, List<InetAddress> addresses, Look.Deadline deadline) throws IOException {
        SeenCertificates seen = new SeenCertificates(tls.trust());
        try (Socket raw = PortProbe.connected(sockets, addresses, target.port(), deadline);
                SSLSocket socket =
                        (SSLSocket) Tls.sockets(seen).createSocket(raw, target.host(), target.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            handshake(socket, raw, deadline);
        } catch (UnfinishedTls unfinished) {
            return new Finding(Sign.FAILED, "port " + target.port() + " takes connections and begins no TLS");
        }
        Optional<X509Certificate> certificate = seen.first();
        if (certificate.isEmpty()) {
            return new Finding(Sign.FAILED, "the host shows no certificate");
        }
        return judge(certificate.get().getNotAfter().toInstant(), seen.objection(), target.warnBefore());
    }

    /** Each read has a time, not the whole: what drips bytes is cut off by closing the socket under it. */
    private static void handshake(SSLSocket socket, Socket raw, Look.Deadline deadline) throws IOException {
        Duration left = deadline.left();
        if (left.toMillis() < 1) {
            throw new UnfinishedTls(new SocketTimeoutException("timeout"));
        }
        socket.setSoTimeout((int) left.toMillis());
        Thread watch = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(left);
                raw.close();
            } catch (InterruptedException | IOException over) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            socket.startHandshake();
        } catch (IOException failed) {
            if (failed instanceof SSLException && deadline.left().isPositive()) {
                throw failed;
            }
            throw new UnfinishedTls(failed);
        } finally {
            watch.interrupt();
        }
    }

    private static final class UnfinishedTls extends IOException {
        @Serial
        private static final long serialVersionUID = 1;

        UnfinishedTls(IOException cause) {
            super(cause);
        }
    }

    private Finding judge(Instant end, Optional<CertificateException> objection, Duration warnBefore) {
        String day = end.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative() || left.isZero()) {
            return new Finding(Sign.FAILED, "the certificate ended on " + day);
        }
        if (objection.isPresent()) {
            String why = String.valueOf(objection.get().getMessage());
            return new Finding(Sign.FAILED, "the certificate is not believed: " + Words.cut(Words.plain(why), 100));
        }
        return left.compareTo(warnBefore) < 0
                ? new Finding(Sign.DEGRADED, "the certificate ends on " + day + ", in " + Words.length(left))
                : new Finding(Sign.PASSING, "the certificate holds until " + day);
    }
}
