package dibs.backend.store;

/** Deliveries on SQLite. */
final class SqliteDeliveryTest extends DeliveryContract {
    SqliteDeliveryTest() {
        super(TestStore.sqlite());
    }
}
