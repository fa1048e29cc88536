package dibs.backend.store;

/** Tidying on SQLite. */
final class SqliteTidyTest extends TidyContract {
    SqliteTidyTest() {
        super(TestStore.sqlite());
    }
}
