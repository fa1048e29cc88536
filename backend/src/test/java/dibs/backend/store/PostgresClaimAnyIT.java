package dibs.backend.store;

/** Any of several on PostgreSQL. */
final class PostgresClaimAnyIT extends ClaimAnyContract {
    PostgresClaimAnyIT() {
        super(TestStore.postgres());
    }
}
