package dibs.backend.store;

/** Troubles on PostgreSQL. */
final class PostgresTroubleIT extends TroubleContract {
    PostgresTroubleIT() {
        super(TestStore.postgres());
    }
}
