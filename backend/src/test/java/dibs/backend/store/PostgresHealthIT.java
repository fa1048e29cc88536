package dibs.backend.store;

/** Health on PostgreSQL. */
final class PostgresHealthIT extends HealthContract {
    PostgresHealthIT() {
        super(TestStore.postgres());
    }
}
