package dibs.backend.store;

/** Outages on PostgreSQL. */
final class PostgresOutageIT extends OutageContract {
    PostgresOutageIT() {
        super(TestStore.postgres());
    }
}
