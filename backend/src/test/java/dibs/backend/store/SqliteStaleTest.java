package dibs.backend.store;

/** Stale leases on SQLite. */
final class SqliteStaleTest extends StaleContract {
    SqliteStaleTest() {
        super(TestStore.sqlite());
    }
}
