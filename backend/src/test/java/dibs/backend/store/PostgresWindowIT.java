package dibs.backend.store;

/** Lines on PostgreSQL. */
final class PostgresWindowIT extends WindowContract {
    PostgresWindowIT() {
        super(TestStore.postgres());
    }
}
