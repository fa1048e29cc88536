package dibs.backend.store;

/** Waiting for any of several on PostgreSQL. */
final class PostgresAnyIT extends AnyContract {
    PostgresAnyIT() {
        super(TestStore.postgres());
    }
}
