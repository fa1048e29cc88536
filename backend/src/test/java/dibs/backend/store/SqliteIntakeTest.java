package dibs.backend.store;

/** What is heard and sent, on SQLite. */
final class SqliteIntakeTest extends IntakeContract {
    SqliteIntakeTest() {
        super(TestStore.sqlite());
    }
}
