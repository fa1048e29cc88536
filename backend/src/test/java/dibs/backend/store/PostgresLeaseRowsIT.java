package dibs.backend.store;

/** Ends, offers, reservations and names on PostgreSQL. */
final class PostgresLeaseRowsIT extends LeaseRowsContract {
    PostgresLeaseRowsIT() {
        super(TestStore.postgres());
    }
}
