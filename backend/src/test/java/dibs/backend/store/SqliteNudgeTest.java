package dibs.backend.store;

/** Nudges on SQLite. */
final class SqliteNudgeTest extends NudgeContract {
    SqliteNudgeTest() {
        super(TestStore.sqlite());
    }
}
