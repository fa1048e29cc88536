package dibs.backend.store;

/** Lines on PostgreSQL. */
final class PostgresWaitIT extends WaitContract {
    PostgresWaitIT() {
        super(TestStore.postgres());
    }
}
