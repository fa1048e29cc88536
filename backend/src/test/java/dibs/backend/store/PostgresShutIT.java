package dibs.backend.store;

/** Shut gates on PostgreSQL. */
final class PostgresShutIT extends ShutContract {
    PostgresShutIT() {
        super(TestStore.postgres());
    }
}
