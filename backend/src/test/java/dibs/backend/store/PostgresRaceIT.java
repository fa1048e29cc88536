package dibs.backend.store;

/** The race on PostgreSQL. */
final class PostgresRaceIT extends LeaseRaceContract {
    PostgresRaceIT() {
        super(TestStore.postgres());
    }
}
