package dibs.backend.store;

/** What is remembered on PostgreSQL. */
final class PostgresMemoryIT extends MemoryContract {
    PostgresMemoryIT() {
        super(TestStore.postgres());
    }
}
