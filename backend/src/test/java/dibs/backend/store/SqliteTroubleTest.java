package dibs.backend.store;

/** Troubles on SQLite. */
final class SqliteTroubleTest extends TroubleContract {
    SqliteTroubleTest() {
        super(TestStore.sqlite());
    }
}
