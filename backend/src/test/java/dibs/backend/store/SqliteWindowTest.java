package dibs.backend.store;

/** Lines on SQLite. */
final class SqliteWindowTest extends WindowContract {
    SqliteWindowTest() {
        super(TestStore.sqlite());
    }
}
