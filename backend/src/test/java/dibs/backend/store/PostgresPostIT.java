package dibs.backend.store;

/** Posted messages on PostgreSQL. */
final class PostgresPostIT extends PostContract {
    PostgresPostIT() {
        super(TestStore.postgres());
    }
}
