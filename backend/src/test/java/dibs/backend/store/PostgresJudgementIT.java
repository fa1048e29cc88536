package dibs.backend.store;

/** Verdicts on PostgreSQL. */
final class PostgresJudgementIT extends JudgementContract {
    PostgresJudgementIT() {
        super(TestStore.postgres());
    }
}
