package dibs.backend.store;

/** Lines on SQLite. */
final class SqliteWaitTest extends WaitContract {
    SqliteWaitTest() {
        super(TestStore.sqlite());
    }
}
