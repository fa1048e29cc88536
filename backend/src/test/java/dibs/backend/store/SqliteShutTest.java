package dibs.backend.store;

/** Shut gates on SQLite. */
final class SqliteShutTest extends ShutContract {
    SqliteShutTest() {
        super(TestStore.sqlite());
    }
}
