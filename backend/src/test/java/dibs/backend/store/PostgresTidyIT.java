package dibs.backend.store;

/** Tidying on PostgreSQL. */
final class PostgresTidyIT extends TidyContract {
    PostgresTidyIT() {
        super(TestStore.postgres());
    }
}
