package dibs.backend.store;

/** Stale leases on PostgreSQL. */
final class PostgresStaleIT extends StaleContract {
    PostgresStaleIT() {
        super(TestStore.postgres());
    }
}
