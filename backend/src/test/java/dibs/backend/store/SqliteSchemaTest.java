package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.testkit.CountingIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The tables that SQLite ends up with. */
final class SqliteSchemaTest {
    @Test
    void theSchemaIsTheOneThatWasReviewed() throws SQLException {
        TestStore store = TestStore.sqlite();
        Database.open(store.config(), new CountingIds()).close();

        try (Handle handle = Jdbi.open(store.connect())) {
            List<String> statements =
                    handle.createQuery("""
                    select sql || ';' from sqlite_master
                    where sql is not null and tbl_name not in ('flyway_schema_history', 'sqlite_sequence')
                    order by tbl_name, type desc, name""").mapTo(String.class).list();
            GoldenSchema.matches("sqlite", String.join("\n\n", statements) + "\n");
        }
    }

    @Test
    void bothEnginesHaveTheSameListOfVersions() {
        assertThat(versions("sqlite")).isNotEmpty().isEqualTo(versions("postgresql"));
    }

    private static List<String> versions(String engine) {
        try (Stream<Path> files = Files.list(Path.of("..", "migrations", engine))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
