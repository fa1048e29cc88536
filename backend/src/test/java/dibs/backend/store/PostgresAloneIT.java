package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.testkit.CountingIds;
import org.junit.jupiter.api.Test;

/** Of several processes on one database one reads for an account, and another goes on when that is gone. */
final class PostgresAloneIT {
    private final TestStore store = TestStore.postgres();

    @Test
    void oneIsAloneUntilItIsGoneAndThenAnother() {
        try (Database second = open()) {
            try (Database first = open()) {
                assertThat(first.alone("ann")).isTrue();
                assertThat(second.alone("ann")).isFalse();
                assertThat(second.alone("bob")).as("another account").isTrue();
                assertThat(first.alone("ann")).isTrue();
            }
            assertThat(second.alone("ann")).isTrue();
            store.run(
                    "do $$ begin perform pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and"
                            + " database = (select oid from pg_database where datname = current_database()); end $$");
            try (Database third = open()) {
                assertThat(third.alone("ann")).isTrue();
                assertThat(second.alone("ann")).as("its connection broke").isFalse();
            }
        }
    }

    private Database open() {
        return Database.open(store.config(), new CountingIds());
    }
}
