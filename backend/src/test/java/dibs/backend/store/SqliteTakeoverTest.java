package dibs.backend.store;

/** Taking over on SQLite. */
final class SqliteTakeoverTest extends TakeoverContract {
    SqliteTakeoverTest() {
        super(TestStore.sqlite());
    }
}
