package dibs.backend.store;

/** Commands of sharing that come twice on SQLite. */
final class SqliteRepeatedSharingTest extends RepeatedSharingContract {
    SqliteRepeatedSharingTest() {
        super(TestStore.sqlite());
    }
}
