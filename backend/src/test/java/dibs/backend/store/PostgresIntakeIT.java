package dibs.backend.store;

/** What is heard and sent, on PostgreSQL. */
final class PostgresIntakeIT extends IntakeContract {
    PostgresIntakeIT() {
        super(TestStore.postgres());
    }
}
