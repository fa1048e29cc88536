package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server as a process: how it starts, what it answers to, how it ends. */
@Timeout(300)
class UpIT {
    /** Interrupted by a signal, as the system says it: 128 and the signal's number. */
    private static final int BY_INT = 130;

    private static final int BY_TERM = 143;

    /** What a service manager is asked to wait before it kills. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

    @RegisterExtension
    final DibsHome home = new DibsHome();

    @Test
    void saysWhereItsPagesAreAndAnswersThere() {
        RunningServer up = home.up();

        assertThat(up.said().getFirst()).contains(home.store().toString());
        assertThat(up.get("/__lbheartbeat__").statusCode()).isEqualTo(200);
        assertThat(up.get("/__heartbeat__").statusCode()).isEqualTo(200);
        assertThat(up.get("/__heartbeat__").body()).contains("\"store\":\"ok\"");
        assertThat(up.get("/__version__").statusCode()).isEqualTo(200);
        assertThat(up.get("/__version__").body()).contains("\"commit\"", "\"version\"");
        assertThat(up.get("/no/such/page").statusCode()).isEqualTo(404);
    }

    @Test
    void stopsCleanlyWhenTheServiceManagerAsks() {
        RunningServer up = home.up();
        assertThat(up.get("/__heartbeat__").statusCode()).isEqualTo(200);
        long asked = System.nanoTime();

        DibsProcess.Ended ended = up.process().terminate().ended();

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(STOPS_WITHIN);
        assertThat(ended.code()).as(ended::error).isIn(0, BY_TERM);
        assertThat(ended.errors()).as("nothing went wrong on the way out").allMatch(UpIT::isInformation);
        assertThat(home.store()).exists();
        assertThat(home.store().resolveSibling("dibs.db-wal"))
                .as("a clean end leaves all in one file")
                .doesNotExist();
    }

    @Test
    void stopsCleanlyAtCtrlC() {
        RunningServer up = home.up();

        up.process().interrupt();

        DibsProcess.Ended ended = up.process().ended();
        assertThat(ended.code()).as(ended::error).isIn(0, BY_INT);
        assertThat(ended.errors()).allMatch(UpIT::isInformation);
    }

    private static boolean isInformation(String line) {
        return line.contains("\"level\":\"INFO\"");
    }

    @Test
    void aSecondOneOnTheSameFileRefusesToStart() {
        RunningServer up = home.up();

        DibsProcess.Ended second = home.dibs("up").ended();

        assertThat(second.code()).isEqualTo(1);
        assertThat(second.output()).isEmpty();
        assertThat(second.errors())
                .singleElement()
                .asString()
                .contains(home.store().toString(), "already served", "stop that one");
        assertThat(up.get("/__heartbeat__").statusCode()).isEqualTo(200);
    }

    @Test
    void terminalsWorkBesideItOnTheSameFile() {
        RunningServer up = home.up();
        DibsProcess ann = home.chat("ann");
        DibsProcess bob = home.chat("bob");

        assertThat(ann.ask("claim dev-signing").outcome()).isEqualTo("granted");
        assertThat(bob.ask("claim dev-signing").outcome()).isEqualTo("held");
        assertThat(up.get("/__heartbeat__").statusCode()).isEqualTo(200);
        assertThat(up.process().terminate().ended().code()).isIn(0, BY_TERM);
        assertThat(ann.ask("unclaim dev-signing").outcome())
                .as("terminals outlive the server")
                .isEqualTo("released");
        assertThat(bob.ask("claim dev-signing").outcome()).isEqualTo("granted");
    }

    @Test
    void whenItWasKilledTheNextOneStartsWithEverythingThere() {
        RunningServer first = home.up();
        Answer.Lease lease = home.chat("ann").ask("claim dev-signing").lease();

        first.process().kill().ended();
        RunningServer second = home.up();

        assertThat(second.get("/__heartbeat__").statusCode()).isEqualTo(200);
        assertThat(home.chat("bob").ask("leases").items()).containsExactly(lease);
    }

    @Test
    void whatEndedWhileItWasStoppedGoesOnForHalfAnHour() {
        home.up().process().terminate().ended();
        home.chat("ann").ask("claim dev-signing");
        long hour = Duration.ofHours(1).toMillis();
        Sql.on(home.store())
                .run(
                        "update heartbeat set at = at - 2 * " + hour,
                        "update lease set since = since - 2 * " + hour + ", until = since - 1 * " + hour,
                        "update unit set until = (select until from lease) where lease_id is not null");
        assertThat(Sql.on(home.store()).one("select until < 1000 * unixepoch() from unit where lease_id is not null"))
                .isEqualTo("1");

        home.up();

        assertThat(home.chat("bob").ask("claim dev-signing").outcome()).isEqualTo("held");
    }

    @Test
    void theHeartbeatSaysWhenTheStoreIsGone() throws IOException {
        RunningServer up = home.up();

        Files.move(home.store(), home.folder().resolve("elsewhere.db"));

        assertThat(up.get("/__heartbeat__").statusCode()).isEqualTo(500);
        assertThat(up.get("/__heartbeat__").body()).contains("\"store\":\"error\"");
        assertThat(up.get("/metrics").statusCode()).isEqualTo(200);
        assertThat(up.get("/metrics").body()).contains("dibs_store_up 0").doesNotContain("dibs_outbox_waiting 0");
        assertThat(up.get("/__lbheartbeat__").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyElseCanReachIt() throws IOException {
        RunningServer up = home.up();
        List<InetAddress> others = addressesOfThisMachine();
        Assumptions.assumeFalse(others.isEmpty(), "this machine has no address but loopback");

        for (InetAddress address : others) {
            assertThatThrownBy(() -> connect(address, up.port()))
                    .as("a connection to %s", address)
                    .isInstanceOf(ConnectException.class);
        }
        connect(InetAddress.getLoopbackAddress(), up.port());
    }

    private static List<InetAddress> addressesOfThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5_000);
        }
    }
}
