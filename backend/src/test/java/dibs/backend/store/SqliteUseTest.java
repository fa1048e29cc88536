package dibs.backend.store;

/** Uses on SQLite. */
final class SqliteUseTest extends UseContract {
    SqliteUseTest() {
        super(TestStore.sqlite());
    }
}
