package dibs.backend.store;

/** Posted messages on SQLite. */
final class SqlitePostTest extends PostContract {
    SqlitePostTest() {
        super(TestStore.sqlite());
    }
}
