package dibs.backend.store;

/** Claiming, extending and releasing on PostgreSQL. */
final class PostgresLeaseStoreIT extends LeaseStoreContract {
    PostgresLeaseStoreIT() {
        super(TestStore.postgres());
    }
}
