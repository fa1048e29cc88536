package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.testkit.CountingIds;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class GlanceTest {
    @TempDir
    Path folder;

    private final SQLiteDataSource source = new SQLiteDataSource();

    @BeforeEach
    void nameTheFile() {
        source.setUrl("jdbc:sqlite:" + folder.resolve("dibs.db"));
    }

    @Test
    void aStoreThatThisProgramMadeIsInOrder() {
        open();

        assertThat(Glance.findsAllInOrder(source, "sqlite")).isTrue();
    }

    @Test
    void anEmptyFileIsNot() {
        assertThat(Glance.findsAllInOrder(source, "sqlite")).isFalse();
    }

    @Test
    void theOtherEnginesMigrationsAreNot() {
        open();

        assertThat(Glance.findsAllInOrder(source, "postgresql")).isFalse();
        assertThat(Glance.findsAllInOrder(source, "no-such-engine")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set checksum = checksum + 1",
                "update flyway_schema_history set checksum = null",
                "update flyway_schema_history set success = 0",
                "update flyway_schema_history set script = 'V001__something_else.sql'",
                "delete from flyway_schema_history",
                "insert into flyway_schema_history select 99, '099', 'x', type, 'V099__x.sql', 1, 'x', now, 1, 1"
                        + " from (select type, installed_on as now from flyway_schema_history limit 1)",
                "insert into flyway_schema_history select 99, version, description, type, script, checksum, 'x', now,"
                        + " 1, 1 from (select *, installed_on as now from flyway_schema_history limit 1)"
            })
    void anyOtherHistoryIsLeftToFlyway(String change) throws SQLException {
        open();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isPositive();
        }

        assertThat(Glance.findsAllInOrder(source, "sqlite")).isFalse();
    }

    private void open() {
        Path file = folder.resolve("dibs.db");
        Database.open(new StoreConfig("jdbc:sqlite:" + file, Optional.of(file)), new CountingIds())
                .close();
    }
}
