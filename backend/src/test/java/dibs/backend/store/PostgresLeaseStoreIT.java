package dibs.backend.store;

/** The kit on PostgreSQL. */
final class PostgresLeaseStoreIT extends LeaseStoreContract {
    PostgresLeaseStoreIT() {
        super(TestStore.postgres());
    }
}
