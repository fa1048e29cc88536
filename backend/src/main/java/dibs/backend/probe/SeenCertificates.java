package dibs.backend.probe;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Notes what a host shows, and what there is to object to it, and lets the handshake go on: to read a certificate that is
 * over. Only for connections over which nothing is sent.
 */
final class SeenCertificates extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;
    private volatile @Nullable X509Certificate first;
    private volatile @Nullable CertificateException objection;

    SeenCertificates(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /** The host's own. */
    Optional<X509Certificate> first() {
        return Optional.ofNullable(first);
    }

    Optional<CertificateException> objection() {
        return Optional.ofNullable(objection);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
        note(chain);
        try {
            judge.checkServerTrusted(chain, type, socket);
        } catch (CertificateException objecting) {
            objection = objecting;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        note(chain);
        try {
            judge.checkServerTrusted(chain, type, engine);
        } catch (CertificateException objecting) {
            objection = objecting;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        note(chain);
        try {
            judge.checkServerTrusted(chain, type);
        } catch (CertificateException objecting) {
            objection = objecting;
        }
    }

    private void note(X509Certificate[] chain) {
        if (chain.length > 0) {
            first = chain[0];
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
