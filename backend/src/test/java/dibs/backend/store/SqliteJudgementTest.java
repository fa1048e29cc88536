package dibs.backend.store;

/** Verdicts on SQLite. */
final class SqliteJudgementTest extends JudgementContract {
    SqliteJudgementTest() {
        super(TestStore.sqlite());
    }
}
