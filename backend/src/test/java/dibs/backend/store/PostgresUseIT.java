package dibs.backend.store;

/** Uses on PostgreSQL. */
final class PostgresUseIT extends UseContract {
    PostgresUseIT() {
        super(TestStore.postgres());
    }
}
