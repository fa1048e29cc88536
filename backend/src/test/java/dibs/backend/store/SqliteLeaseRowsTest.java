package dibs.backend.store;

/** Ends, offers, reservations and names on SQLite. */
final class SqliteLeaseRowsTest extends LeaseRowsContract {
    SqliteLeaseRowsTest() {
        super(TestStore.sqlite());
    }
}
