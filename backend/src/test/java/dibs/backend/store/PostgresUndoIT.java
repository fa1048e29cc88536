package dibs.backend.store;

/** Undo on PostgreSQL. */
final class PostgresUndoIT extends UndoContract {
    PostgresUndoIT() {
        super(TestStore.postgres());
    }
}
