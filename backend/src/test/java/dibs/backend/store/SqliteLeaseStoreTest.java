package dibs.backend.store;

/** The kit on SQLite. */
final class SqliteLeaseStoreTest extends LeaseStoreContract {
    SqliteLeaseStoreTest() {
        super(TestStore.sqlite());
    }
}
