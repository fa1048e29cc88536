package dibs.backend.store;

/** Messages that come twice on PostgreSQL. */
final class PostgresRepeatedMessageIT extends RepeatedMessageContract {
    PostgresRepeatedMessageIT() {
        super(TestStore.postgres());
    }
}
