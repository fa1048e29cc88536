package dibs.backend.store;

/** What is remembered on SQLite. */
final class SqliteMemoryTest extends MemoryContract {
    SqliteMemoryTest() {
        super(TestStore.sqlite());
    }
}
