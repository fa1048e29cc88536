package dibs.backend.store;

/** Claiming, extending and releasing on SQLite. */
final class SqliteLeaseStoreTest extends LeaseStoreContract {
    SqliteLeaseStoreTest() {
        super(TestStore.sqlite());
    }
}
