package dibs.backend.store;

/** Messages that come twice on SQLite. */
final class SqliteRepeatedMessageTest extends RepeatedMessageContract {
    SqliteRepeatedMessageTest() {
        super(TestStore.sqlite());
    }
}
