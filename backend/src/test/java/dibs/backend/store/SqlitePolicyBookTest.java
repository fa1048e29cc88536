package dibs.backend.store;

/** Versions of the policy on SQLite. */
final class SqlitePolicyBookTest extends PolicyBookContract {
    SqlitePolicyBookTest() {
        super(TestStore.sqlite());
    }
}
