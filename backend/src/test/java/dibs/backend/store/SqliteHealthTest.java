package dibs.backend.store;

/** Health on SQLite. */
final class SqliteHealthTest extends HealthContract {
    SqliteHealthTest() {
        super(TestStore.sqlite());
    }
}
