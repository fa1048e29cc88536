package dibs.backend.store;

/** The race on SQLite. */
final class SqliteRaceIT extends LeaseRaceContract {
    SqliteRaceIT() {
        super(TestStore.sqlite());
    }
}
