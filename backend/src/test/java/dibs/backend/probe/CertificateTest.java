package dibs.backend.probe;

import static dibs.backend.health.Sign.DEGRADED;
import static dibs.backend.health.Sign.FAILED;
import static dibs.backend.health.Sign.PASSING;
import static dibs.backend.probe.QuirksTest.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.health.Observation;
import dibs.backend.health.Target.Certificate;
import dibs.backend.health.Target.Expectation;
import dibs.backend.health.Target.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** TLS with certificates of a test's own authority; the clock of the probes stands at 2026-11-23. */
@Timeout(60)
class CertificateTest {
    private static final HeldCertificate ROOT =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    private static HeldCertificate certificate(String host, Instant end) {
        return new HeldCertificate.Builder()
                .addSubjectAlternativeName(host)
                .validityInterval(Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(), end.toEpochMilli())
                .signedBy(ROOT)
                .build();
    }

    private static Site site(HeldCertificate certificate) throws IOException {
        return Site.https(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext());
    }

    private static ProbeScene trusting() {
        HandshakeCertificates client = new HandshakeCertificates.Builder()
                .addTrustedCertificate(ROOT.certificate())
                .build();
        return new ProbeScene("127.0.0.0/8", new Tls((X509ExtendedTrustManager) client.trustManager()));
    }

    private static Certificate target(Site site) {
        return new Certificate("shop.test", site.port(), Duration.ofDays(14));
    }

    @Test
    void aCertificateHoldsEndsSoonOrIsOver() throws IOException {
        // Real time decides whom the JDK believes, the clock of the probes what is soon.
        try (ProbeScene scene = trusting();
                Site site = site(certificate("shop.test", Instant.parse("2096-12-31T00:00:00Z")))) {
            expect(scene.look(target(site)), PASSING, "the certificate holds until 2096-12-31");
            scene.clock.set(Instant.parse("2096-12-21T00:00:00Z"));
            expect(scene.look(target(site)), DEGRADED, "the certificate ends on 2096-12-31, in 10 days");
            scene.clock.set(Instant.parse("2097-01-02T00:00:00Z"));
            expect(scene.look(target(site)), FAILED, "the certificate ended on 2096-12-31");
        }
    }

    @Test
    void aCertificateThatIsOverIsReadAllTheSame() throws IOException {
        try (ProbeScene scene = trusting();
                Site site = site(certificate("shop.test", Instant.parse("2021-01-01T00:00:00Z")))) {
            expect(scene.look(target(site)), FAILED, "the certificate ended on 2021-01-01");
        }
    }

    @Test
    void aCertificateOfAnotherHostOrOfNobodyKnownIsNotBelieved() throws IOException {
        Instant end = Instant.parse("2096-12-31T00:00:00Z");
        try (ProbeScene scene = trusting();
                ProbeScene usual = new ProbeScene();
                Site other = site(certificate("other.test", end));
                Site mine = site(certificate("shop.test", end))) {
            assertThat(scene.look(target(other)).sentence())
                    .startsWith("the certificate is not believed: No subject alternative DNS name matching shop.test");
            assertThat(usual.look(target(mine)).sentence()).startsWith("the certificate is not believed: ");
        }
    }

    @Test
    void nothingIsAskedOverTlsThatIsNotBelieved() throws IOException {
        Instant end = Instant.parse("2096-12-31T00:00:00Z");
        try (ProbeScene scene = trusting();
                Site other = site(certificate("other.test", end)).says("/", 200, "");
                Site mine = site(certificate("shop.test", end)).says("/", 200, "")) {
            Observation seen = scene.look(new Http(other.at("shop.test", "/"), Expectation.SUCCESS));
            assertThat(seen.sign()).isEqualTo(FAILED);
            assertThat(seen.sentence()).startsWith("TLS with shop.test fails: ");
            assertThat(other.asked()).isEmpty();
            expect(scene.look(new Http(mine.at("shop.test", "/"), Expectation.SUCCESS)), PASSING, "answers 200");
        }
    }

    @Test
    void aRedirectFromTlsToPlainHttpIsNotFollowed() throws IOException {
        try (ProbeScene scene = trusting();
                Site plain = Site.http().says("/", 200, "");
                Site site = site(certificate("shop.test", Instant.parse("2096-12-31T00:00:00Z")))
                        .says("/", 302, "", Map.of("Location", "http://shop.test:" + plain.port() + "/"))) {
            expect(
                    scene.look(new Http(site.at("shop.test", "/"), Expectation.SUCCESS)),
                    FAILED,
                    "redirects to http://shop.test:" + plain.port() + ", where probes do not go");
            assertThat(plain.asked()).isEmpty();
        }
    }

    @Test
    void aPortThatSpeaksNoTlsIsFailingInTime() throws IOException {
        try (ProbeScene scene = trusting();
                Site.Raw mail = new Site.Raw((socket, out) -> {
                    socket.getInputStream().read();
                    out.write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    Thread.sleep(2_000);
                });
                Site.Raw silent = new Site.Raw((socket, out) -> Thread.sleep(30_000))) {
            assertThat(scene.look(new Certificate("shop.test", mail.port(), Duration.ofDays(14)))
                            .sentence())
                    .startsWith("TLS with shop.test fails: ");
            Observation hung = scene.look(
                    new Certificate("shop.test", silent.port(), Duration.ofDays(14)), Duration.ofSeconds(1), false);
            expect(hung, FAILED, "port " + silent.port() + " takes connections and begins no TLS");
            assertThat(hung.took()).isLessThan(Duration.ofSeconds(5));
        }
    }
}
