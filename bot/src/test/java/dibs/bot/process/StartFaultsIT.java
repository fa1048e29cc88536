package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever keeps the program from starting is said once, clearly, with what to do; and nothing is lost by trying. */
@Timeout(300)
class StartFaultsIT {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @RegisterExtension
    final DibsHome home = new DibsHome();

    // --- the store ---

    @ParameterizedTest
    @ValueSource(strings = {"up", "chat"})
    void aPathBelowAFileIsNoPlaceForAStore(String command) throws IOException {
        Path file = Files.writeString(home.folder().resolve("file"), "precious");
        home.with("DIBS_DB", file.resolve("dibs.db").toString());

        refuses(FAILED, command).contains(file.toString(), "name another");
        assertThat(file).hasContent("precious");
    }

    @Test
    void aFolderIsNoStore() throws IOException {
        Path folder = Files.createDirectory(home.folder().resolve("folder"));

        refuses(FAILED, "chat", "--db", folder.toString()).contains(folder + " is a folder", "name a file in it");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "chat"})
    void garbageIsNoStore(String command) throws IOException {
        byte[] garbage = new byte[20_000];
        new Random(7).nextBytes(garbage);
        Path file = Files.write(home.folder().resolve("garbage.db"), garbage);
        home.with("DIBS_DB", file.toString());

        refuses(FAILED, command).contains(file.toString(), "not a SQLite database", "restore a backup");
        assertThat(file).hasBinaryContent(garbage);
    }

    @Test
    void aTruncatedStoreIsLeftAsItIs() throws IOException {
        byte[] whole = storeWithALease();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        Files.write(home.store(), half);

        refuses(FAILED, "up").contains(home.store().toString(), "damaged", "restore a backup");
        assertThat(home.store()).hasBinaryContent(half);
        afterTheBackupIsBackTheLeaseIsThere(whole);
    }

    @Test
    void aFlippedPageIsFoundAtTheStart() throws IOException {
        byte[] whole = storeWithALease();
        byte[] flipped = whole.clone();
        for (int i = 4096 * 2; i < 4096 * 3; i++) {
            flipped[i] = (byte) ~flipped[i];
        }
        Files.write(home.store(), flipped);

        refuses(FAILED, "up").contains(home.store().toString(), "damaged", "restore a backup");
        assertThat(home.store()).hasBinaryContent(flipped);
        afterTheBackupIsBackTheLeaseIsThere(whole);
    }

    @Test
    void aStoreOfANewerProgramIsNotTouched() throws IOException {
        storeWithALease();
        Sql.on(home.store()).run("""
                insert into flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (999, '999', 'from tomorrow', 'SQL', 'V999__from_tomorrow.sql', 1, 'x', 1, 1)""");
        byte[] newer = Files.readAllBytes(home.store());

        refuses(FAILED, "up").contains(home.store().toString(), "newer Dibs", "999", "run that one");
        assertThat(home.store()).hasBinaryContent(newer);
    }

    @Test
    void aDatabaseOfSomebodyElseIsNotTouched() throws IOException {
        Path file = home.folder().resolve("theirs.db");
        Sql.on(file).run("create table unit (whatever)", "insert into unit values (42)");

        refuses(FAILED, "chat", "--db", file.toString()).contains(file.toString(), "name another");
        assertThat(Sql.on(file).one("select whatever from unit")).isEqualTo("42");
    }

    // --- settings and arguments ---

    @Test
    void everyWrongSettingIsNamedAtOnce() {
        home.with("DIBS_PORT", "http").with("DIBS_TIMEZONE", "Mars/Olympus").with("DIBS_URL", "dibs");
        home.with("DIBS_BIND", "999.1.1.1").with("DIBS_ADMINS", "a b");

        refuses(USAGE, "up").contains("DIBS_PORT", "DIBS_TIMEZONE", "DIBS_URL", "DIBS_BIND", "DIBS_ADMINS");
        assertThat(home.store()).doesNotExist();
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            home.with("DIBS_PORT", port);

            refuses(FAILED, "up").contains("Port " + port, "DIBS_PORT");
        }
        assertThat(home.up().process().isAlive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"up,--nope", "fly,away", "chat,extra", "chat,--as"})
    void unknownArgumentsAreNamed(String first, String second) {
        refuses(USAGE, first, second)
                .containsAnyOf("'" + first + "'", "'" + second)
                .contains("Usage: dibs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "-", "a/b", "@ann"})
    void aNameThatNobodyCanHaveIsRefused(String name) {
        refuses(USAGE, "chat", "--as=" + name).contains("name", "--as NAME");
    }

    // --- the configuration file ---

    @Test
    void aMissingConfigurationFileIsNamed() {
        Path file = home.folder().resolve("no-such.yaml");
        home.with("DIBS_CONFIG", file.toString());

        refuses(FAILED, "up").contains(file.toString(), "DIBS_CONFIG");
        assertThat(home.store()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "chat"})
    void everyFaultOfTheCatalogIsSaidWithFileAndLine(String command) throws IOException {
        Path file = Files.writeString(home.folder().resolve("dibs.yaml"), """
                catalog:
                  environments:
                    - id: my-pool
                      kind: no-such-kind
                    - id: my-pool
                      kind: pool
                      colour: blue
                """);
        home.with("DIBS_CONFIG", file.toString());

        refuses(FAILED, command).contains("dibs.yaml:");
        assertThat(home.store()).doesNotExist();
    }

    // ---

    /** Runs it to its end; what it says on standard error, which has no trace of the program's insides. */
    private AbstractStringAssert<?> refuses(int code, String... arguments) {
        DibsProcess.Ended ended = home.dibs(arguments).endInput().ended();
        assertThat(ended.code()).as(ended::error).isEqualTo(code);
        assertThat(ended.output()).as("standard output is for answers").isEmpty();
        return assertThat(ended.error()).isNotBlank().doesNotContain("Exception", "\tat ", "Caused by", "java.");
    }

    private byte[] storeWithALease() throws IOException {
        DibsProcess chat = home.chat("ann");
        assertThat(chat.ask("claim dev-signing for 2d").outcome()).isEqualTo("granted");
        assertThat(chat.endInput().ended().code()).isZero();
        return Files.readAllBytes(home.store());
    }

    private void afterTheBackupIsBackTheLeaseIsThere(byte[] whole) throws IOException {
        Files.write(home.store(), whole);
        List<Answer.Lease> leases = home.chat("bob").ask("leases").items();
        assertThat(leases).extracting(Answer.Lease::holder).containsExactly("ann");
    }
}
