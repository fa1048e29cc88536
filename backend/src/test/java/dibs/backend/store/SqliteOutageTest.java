package dibs.backend.store;

/** Outages on SQLite. */
final class SqliteOutageTest extends OutageContract {
    SqliteOutageTest() {
        super(TestStore.sqlite());
    }
}
