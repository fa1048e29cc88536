package dibs.backend.store;

/** Any of several on SQLite. */
final class SqliteClaimAnyTest extends ClaimAnyContract {
    SqliteClaimAnyTest() {
        super(TestStore.sqlite());
    }
}
