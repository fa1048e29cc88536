package dibs.backend.store;

/** Exceptions on PostgreSQL. */
final class PostgresWaiverIT extends WaiverContract {
    PostgresWaiverIT() {
        super(TestStore.postgres());
    }
}
