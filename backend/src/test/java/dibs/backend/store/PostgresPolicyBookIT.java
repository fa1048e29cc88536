package dibs.backend.store;

/** Versions of the policy on PostgreSQL. */
final class PostgresPolicyBookIT extends PolicyBookContract {
    PostgresPolicyBookIT() {
        super(TestStore.postgres());
    }
}
