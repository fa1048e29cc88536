package dibs.backend.store;

/** Undo on SQLite. */
final class SqliteUndoTest extends UndoContract {
    SqliteUndoTest() {
        super(TestStore.sqlite());
    }
}
