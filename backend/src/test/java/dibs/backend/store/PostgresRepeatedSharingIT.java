package dibs.backend.store;

/** Commands of sharing that come twice on PostgreSQL. */
final class PostgresRepeatedSharingIT extends RepeatedSharingContract {
    PostgresRepeatedSharingIT() {
        super(TestStore.postgres());
    }
}
