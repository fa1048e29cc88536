package dibs.backend.store;

/** Handing over on PostgreSQL. */
final class PostgresHandoverIT extends HandoverContract {
    PostgresHandoverIT() {
        super(TestStore.postgres());
    }
}
