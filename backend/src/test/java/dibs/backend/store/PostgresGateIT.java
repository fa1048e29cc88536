package dibs.backend.store;

/** Gates and freezes on PostgreSQL. */
final class PostgresGateIT extends GateContract {
    PostgresGateIT() {
        super(TestStore.postgres());
    }
}
