package dibs.backend.store;

/** Gates and freezes on SQLite. */
final class SqliteGateTest extends GateContract {
    SqliteGateTest() {
        super(TestStore.sqlite());
    }
}
