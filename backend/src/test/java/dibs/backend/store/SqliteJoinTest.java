package dibs.backend.store;

/** Joined accounts on SQLite. */
final class SqliteJoinTest extends JoinContract {
    SqliteJoinTest() {
        super(TestStore.sqlite());
    }
}
