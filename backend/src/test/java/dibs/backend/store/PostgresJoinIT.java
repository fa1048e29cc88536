package dibs.backend.store;

/** Joined accounts on PostgreSQL. */
final class PostgresJoinIT extends JoinContract {
    PostgresJoinIT() {
        super(TestStore.postgres());
    }
}
