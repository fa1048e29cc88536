package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dibs.backend.transaction.StoreException;
import dibs.testkit.CountingIds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person at the terminal is told when PostgreSQL is there and cannot be used. */
final class PostgresOpeningIT {
    private final TestStore store = TestStore.postgres();

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> open(store.config().url().replaceFirst("/dibs\\d+", "/nowhere")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("/nowhere is not there: create the database");
    }

    @Test
    void aUserThatIsRefusedIsToldSo() {
        assertThatThrownBy(() -> open(store.config().url().replace("user=postgres", "user=nobody&password=secret")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("refuses the user or the password")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aStandbyFailsTheCheck() {
        open(store.config().url()).close();
        store.run("do $$ begin execute format('alter database %I set default_transaction_read_only = on',"
                + " current_database()); end $$");

        try (Database database = open(store.config().url())) {
            assertThatThrownBy(database::check)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is read-only");
        }
    }

    @Test
    void aDatabaseOfANewerDibsIsRefused() {
        open(store.config().url()).close();
        store.run("""
                insert into flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, true)""");

        assertThatThrownBy(() -> open(store.config().url()))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("was written by a newer Dibs (schema 999)");
    }

    @Test
    void manyMayOpenANewDatabaseAtOnce() {
        List<Database> databases =
                Crowd.together(3, i -> () -> open(store.config().url()));
        databases.forEach(Database::check);
        databases.forEach(Database::close);
        assertThat(databases).hasSize(3);
    }

    private static Database open(String url) {
        return Database.open(StoreConfig.of(url), new CountingIds());
    }
}
