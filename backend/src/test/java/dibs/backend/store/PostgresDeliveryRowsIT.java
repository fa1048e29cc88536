package dibs.backend.store;

/** Notices on their way on PostgreSQL. */
final class PostgresDeliveryRowsIT extends DeliveryRowsContract {
    PostgresDeliveryRowsIT() {
        super(TestStore.postgres());
    }
}
