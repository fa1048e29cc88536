package dibs.backend.store;

/** Waiting for any of several on SQLite. */
final class SqliteAnyTest extends AnyContract {
    SqliteAnyTest() {
        super(TestStore.sqlite());
    }
}
