package dibs.backend.store;

/** Notices on their way on SQLite. */
final class SqliteDeliveryRowsTest extends DeliveryRowsContract {
    SqliteDeliveryRowsTest() {
        super(TestStore.sqlite());
    }
}
