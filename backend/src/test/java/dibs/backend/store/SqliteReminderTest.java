package dibs.backend.store;

/** Reminders on SQLite. */
final class SqliteReminderTest extends ReminderContract {
    SqliteReminderTest() {
        super(TestStore.sqlite());
    }
}
