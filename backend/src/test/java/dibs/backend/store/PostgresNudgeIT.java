package dibs.backend.store;

/** Nudges on PostgreSQL. */
final class PostgresNudgeIT extends NudgeContract {
    PostgresNudgeIT() {
        super(TestStore.postgres());
    }
}
