package dibs.backend.store;

/** Answers of platforms on PostgreSQL. */
final class PostgresPlatformAnswersIT extends PlatformAnswersContract {
    PostgresPlatformAnswersIT() {
        super(TestStore.postgres());
    }
}
