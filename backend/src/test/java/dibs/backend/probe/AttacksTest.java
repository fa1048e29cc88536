package dibs.backend.probe;

import static dibs.backend.health.Sign.FAILED;
import static dibs.backend.health.Sign.PASSING;
import static dibs.backend.health.Sign.UNREACHABLE;
import static dibs.backend.probe.QuirksTest.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dibs.backend.health.Observation;
import dibs.backend.health.Target.Expectation;
import dibs.backend.health.Target.Http;
import dibs.backend.health.Target.Tcp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That a probed host leads Dibs nowhere, keeps it no longer than its time, and puts nothing into its sentences. */
@Timeout(60)
class AttacksTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final ProbeScene scene = new ProbeScene();
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = Site.http();
    }

    @AfterEach
    void close() {
        site.close();
        scene.close();
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() throws IOException {
        try (Site secret = Site.http().says("/admin", 200, "secret")) {
            site.says("/", 302, "", Map.of("Location", "http://127.0.0.1:" + secret.port() + "/admin"));
            expect(look("/"), FAILED, "redirects to 127.0.0.1, where probes do not go");
            assertThat(secret.asked()).isEmpty();
        }
    }

    @Test
    void aRedirectToAnotherPortOfTheSameHostIsNotFollowed() throws IOException {
        try (Site secret = Site.http().says("/admin", 200, "secret")) {
            site.says("/", 302, "", Map.of("Location", "http://shop.test:" + secret.port() + "/admin"));
            expect(look("/"), FAILED, "redirects to http://shop.test:" + secret.port() + ", where probes do not go");
            assertThat(secret.asked()).isEmpty();
        }
    }

    @Test
    void aRedirectOnTheHostItselfIsFollowedAndOneInCirclesIsNotForEver() {
        site.says("/", 301, "", Map.of("Location", "/home")).says("/home", 200, "well");
        expect(look("/"), PASSING, "answers 200");

        site.says("/a", 302, "", Map.of("Location", "/b")).says("/b", 302, "", Map.of("Location", "/a"));
        assertThat(look("/a").sign()).isEqualTo(FAILED);
        assertThat(site.asked().stream().filter(path -> path.equals("/a") || path.equals("/b")))
                .hasSize(4);
    }

    @Test
    void aRedirectToAFileOrAnotherSchemeIsAnAnswerLikeAnyOther() {
        site.says("/", 302, "", Map.of("Location", "file:///etc/passwd"));
        expect(look("/"), FAILED, "answers 302");
    }

    @Test
    void privateAddressesAreNotAskedUnlessTheyAreAllowed() throws IOException {
        site.says("/", 200, "well");
        try (ProbeScene strict = new ProbeScene("", Tls.usual());
                ProbeScene byName = new ProbeScene("shop.test", Tls.usual())) {
            String refused = " has a private address, and DIBS_PROBE_PRIVATE does not name it: nothing was sent";
            expect(
                    strict.look(new Http(site.at("shop.test", "/"), Expectation.SUCCESS)),
                    UNREACHABLE,
                    "shop.test" + refused);
            for (String host :
                    new String[] {"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "2130706433"}) {
                Observation seen = strict.look(new Http(site.at(host, "/"), Expectation.SUCCESS));
                assertThat(seen.sign()).as(host).isEqualTo(UNREACHABLE);
                assertThat(seen.sentence()).as(host).contains("nothing was sent");
            }
            expect(strict.look(new Tcp("shop.test", site.port())), UNREACHABLE, "shop.test" + refused);
            assertThat(site.asked()).isEmpty();

            expect(byName.look(new Http(site.at("shop.test", "/"), Expectation.SUCCESS)), PASSING, "answers 200");
            expect(
                    byName.look(new Http(site.at("other.test", "/"), Expectation.SUCCESS)),
                    UNREACHABLE,
                    "other.test" + refused);
        }
    }

    @Test
    void theSocketItselfRefusesWhatTheNameLookupLetThrough() throws IOException {
        AddressGuard guard = new AddressGuard(PrivateHosts.NONE);
        try (Socket socket = new GuardedSocket(guard)) {
            InetSocketAddress here = new InetSocketAddress(
                    InetAddress.getByAddress("public.example", new byte[] {127, 0, 0, 1}), site.port());
            assertThatThrownBy(() -> socket.connect(here, 1000)).isInstanceOf(RefusedAddress.class);
        }
    }

    @Test
    void aNameIsLookedUpOnceForAWholeLookSoItCannotMeanAnotherHostInBetween() {
        site.well();
        expect(scene.look(ProbeScene.dockerflow(site.at("shop.test", ""))), PASSING, "the heartbeat is green");
        assertThat(site.asked()).hasSize(3);
        assertThat(scene.lookups).containsExactly("shop.test");
    }

    @Test
    void aBodyThatDripsIsCutOffInTime() throws IOException {
        try (Site.Raw raw = new Site.Raw((socket, out) -> {
            head(socket, out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        })) {
            Observation seen = scene.look(http(raw), SHORT, false);
            expect(seen, FAILED, "no whole answer within 1 s");
            assertThat(seen.took()).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aBodyWithoutEndIsReadToItsLimit() throws IOException {
        try (Site.Raw raw = new Site.Raw((socket, out) -> {
            head(socket, out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(chunk);
            }
        })) {
            expect(scene.look(http(raw)), PASSING, "answers 200");
            Observation text = scene.look(
                    new Http(raw.at("shop.test", "/"), new Expectation(Optional.empty(), Optional.of("y"), Map.of())));
            expect(text, FAILED, "answers 200 without \"y\" in the first 64 KiB");
            Observation json = scene.look(new Http(
                    raw.at("shop.test", "/"), new Expectation(Optional.empty(), Optional.empty(), Map.of("a", "b"))));
            expect(json, FAILED, "answers 200 and says more than can be read");
        }
    }

    @Test
    void headersWithoutEndAreGivenUp() throws IOException {
        try (Site.Raw raw = new Site.Raw((socket, out) -> {
            head(socket, out, "HTTP/1.1 200 OK\r\n");
            for (long count = 0; ; count++) {
                out.write(("X-" + count + ": " + "y".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            assertThat(scene.look(http(raw)).sign()).isEqualTo(FAILED);
        }
    }

    @Test
    void aSmallBodyThatUnpacksToAHugeOneIsReadToItsLimit() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int count = 0; count < 64; count++) {
                zip.write(zeros);
            }
        }
        try (Site.Raw raw = new Site.Raw((socket, out) -> {
            head(
                    socket,
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n");
            packed.writeTo(out);
        })) {
            expect(
                    scene.look(new Http(
                            raw.at("shop.test", "/"), new Expectation(Optional.empty(), Optional.of("y"), Map.of()))),
                    FAILED,
                    "answers 200 without \"y\" in the first 64 KiB");
        }
    }

    @Test
    void aHostThatTakesTheConnectionAndSaysNothingIsNotWaitedForLonger() throws IOException {
        try (Site.Raw raw = new Site.Raw((socket, out) -> Thread.sleep(30_000))) {
            Observation seen = scene.look(http(raw), SHORT, false);
            assertThat(seen.sign()).isEqualTo(FAILED);
            assertThat(seen.took()).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void whatIsNoHttpAndWhatBreaksOffIsFailing() throws IOException {
        try (Site.Raw ssh = new Site.Raw((socket, out) -> head(socket, out, "SSH-2.0-OpenSSH_9.9\r\n"));
                Site.Raw broken = new Site.Raw(
                        (socket, out) -> head(socket, out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"))) {
            assertThat(scene.look(http(ssh)).sentence()).startsWith("the connection broke off: ");
            expect(scene.look(http(broken)), FAILED, "the connection broke off: unexpected end of stream");
        }
    }

    @Test
    void foreignWordsCannotBreakOutOfTheSentence() {
        String hostile = "\u0007a\u202eb\u0000 <!channel> \n`code` " + "z".repeat(5000);
        site.says("/", 500, hostile);
        Observation seen = look("/");

        assertThat(seen.sentence().length()).isLessThanOrEqualTo(Observation.MOST);
        assertThat(seen.sentence())
                .startsWith("answers 500: \"a b <!channel> `code` zzz")
                .endsWith("…\"");
    }

    @Test
    void jsonThatIsNestedWithoutEndIsNoJson() {
        site.says("/", 200, "[".repeat(30_000));
        expect(
                scene.look(new Http(
                        site.at("shop.test", "/"),
                        new Expectation(Optional.empty(), Optional.empty(), Map.of("a", "b")))),
                FAILED,
                "answers 200 and says no JSON");
    }

    @Test
    void oneHostIsAskedTenTimesASecondAtMost() {
        site.says("/", 200, "");
        long begun = System.nanoTime();
        for (int count = 0; count < 8; count++) {
            look("/");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(690));
        assertThat(Collections.frequency(site.asked(), "/")).isEqualTo(8);
    }

    private Observation look(String path) {
        return scene.look(new Http(site.at("shop.test", path), Expectation.SUCCESS));
    }

    private static Http http(Site.Raw raw) {
        return new Http(raw.at("shop.test", "/"), Expectation.SUCCESS);
    }

    /** Reads the request's first bytes, so that the answer is one. */
    private static void head(Socket socket, OutputStream out, String head) throws IOException {
        socket.getInputStream().read();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
