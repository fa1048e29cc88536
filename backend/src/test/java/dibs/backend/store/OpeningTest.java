package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dibs.backend.transaction.StoreException;
import dibs.testkit.CountingIds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** What a person at the terminal is told when the store cannot be opened. */
final class OpeningTest {
    private final Path folder = TestStore.temporaryFolder();
    private final Path file = folder.resolve("dibs.db");

    @Test
    void aMissingFileIsMadeWithItsFolder() {
        Path deep = folder.resolve("a/b/dibs.db");
        try (Database database = open(deep)) {
            database.check();
        }
        assertThat(deep).exists();
    }

    @Test
    void aFolderIsNoStore() {
        refused(folder).hasMessageContaining(folder + " is a folder");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(file, "");
        refused(file.resolve("sub/dibs.db"))
                .hasMessageContaining("The folder " + file.resolve("sub") + " cannot be made");
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAsItIs() throws IOException {
        String text = "a letter to a friend, not a database\n".repeat(200);
        Files.writeString(file, text);

        refused(file).hasMessageContaining(file + " is not a SQLite database");
        assertThat(file).hasContent(text);
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        open(file).close();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long at = 4096; at < channel.size(); at += 4096) {
                channel.write(ByteBuffer.wrap(new byte[512]), at);
            }
        }
        refused(file).hasMessageContaining(file + " is damaged: restore a backup");
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        open(file).close();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2 / 4096 * 4096);
        }
        refused(file).hasMessageContaining(file + " is damaged: restore a backup");
    }

    @Test
    void aFileOfANewerDibsIsRefused() {
        open(file).close();
        TestStore store = new TestStore(StoreConfig.of(file.toString()));
        store.run("""
                insert into flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, 1)""");

        refused(file).hasMessageContaining("was written by a newer Dibs (schema 999)");
    }

    @Test
    void aMigrationThatWasEditedAfterwardsIsRefused() {
        open(file).close();
        TestStore store = new TestStore(StoreConfig.of(file.toString()));
        store.run("update flyway_schema_history set checksum = 1 where version = '001'");

        refused(file).hasMessageContaining("changed by hand").hasMessageContaining("name another, or restore a backup");
    }

    @Test
    void anotherProgramsDatabaseIsRefused() throws SQLException {
        TestStore store = new TestStore(StoreConfig.of(file.toString()));
        store.run("create table photos (id integer)");

        refused(file).hasMessageContaining("does not hold the tables of Dibs");
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("select * from photos")).isTrue();
        }
    }

    @Test
    void whatIsNoPathIsRefused() {
        for (String text : new String[] {"", ":memory:", "jdbc:sqlite:", "jdbc:sqlite::memory:", "x.db?cache=shared"}) {
            assertThatThrownBy(() -> StoreConfig.of(text))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("is no path of a file");
        }
        assertThatThrownBy(() -> StoreConfig.of("jdbc:mysql://ann:secret@host/dibs?password=secret"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("not in jdbc:mysql://host/dibs:")
                .hasMessageNotContaining("secret");
    }

    @Test
    void noPasswordIsShown() {
        StoreConfig config = StoreConfig.of("jdbc:postgresql://ann:secret@host:5432/dibs?user=ann&password=secret");

        assertThat(config).hasToString("jdbc:postgresql://host:5432/dibs");
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutThePassword() {
        // Port 1 is nobody's.
        assertThatThrownBy(() -> Database.open(
                        StoreConfig.of("jdbc:postgresql://127.0.0.1:1/dibs?user=ann&password=secret"),
                        new CountingIds()))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("127.0.0.1:1/dibs cannot be reached: check that PostgreSQL runs there")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aSecondUpOnTheSameFileIsRefused() {
        try (UpLock first = UpLock.acquire(file)) {
            assertThat(first).isNotNull();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> UpLock.acquire(file))
                        .isInstanceOf(StoreUnavailable.class)
                        .hasMessageContaining(file + " is already served by another dibs up");
            }
        }
        UpLock.acquire(file).close();
    }

    @Test
    void aLinkToTheFileIsTheSameFile() throws IOException {
        open(file).close();
        Path link = folder.resolve("link.db");
        Files.createSymbolicLink(link, file);
        try (UpLock first = UpLock.acquire(file)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> UpLock.acquire(link)).isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void aFileThatIsGoneFailsTheCheck() throws IOException {
        try (Database database = open(file)) {
            database.check();
            Files.delete(file);
            assertThatThrownBy(database::check)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file + " is gone");
        }
    }

    private static Database open(Path path) {
        return Database.open(StoreConfig.of(path.toString()), new CountingIds());
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Path path) {
        return assertThatThrownBy(() -> open(path)).isInstanceOf(StoreUnavailable.class);
    }
}
