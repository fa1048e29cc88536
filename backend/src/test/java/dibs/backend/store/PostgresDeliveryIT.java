package dibs.backend.store;

/** Deliveries on PostgreSQL. */
final class PostgresDeliveryIT extends DeliveryContract {
    PostgresDeliveryIT() {
        super(TestStore.postgres());
    }
}
