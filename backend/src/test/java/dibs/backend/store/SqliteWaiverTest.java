package dibs.backend.store;

/** Exceptions on SQLite. */
final class SqliteWaiverTest extends WaiverContract {
    SqliteWaiverTest() {
        super(TestStore.sqlite());
    }
}
