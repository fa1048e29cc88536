package dibs.backend.store;

/** Reminders on PostgreSQL. */
final class PostgresReminderIT extends ReminderContract {
    PostgresReminderIT() {
        super(TestStore.postgres());
    }
}
