package dibs.backend.store;

/** Answers of platforms on SQLite. */
final class SqlitePlatformAnswersTest extends PlatformAnswersContract {
    SqlitePlatformAnswersTest() {
        super(TestStore.sqlite());
    }
}
