package dibs.backend.store;

/** Handing over on SQLite. */
final class SqliteHandoverTest extends HandoverContract {
    SqliteHandoverTest() {
        super(TestStore.sqlite());
    }
}
