package dibs.backend.store;

/** Taking over on PostgreSQL. */
final class PostgresTakeoverIT extends TakeoverContract {
    PostgresTakeoverIT() {
        super(TestStore.postgres());
    }
}
