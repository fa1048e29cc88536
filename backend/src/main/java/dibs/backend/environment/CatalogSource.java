package dibs.backend.environment;

/** Where the catalog of the moment comes from. It may be another one at the next call: take it once a command. */
public interface CatalogSource {
    /** The catalog of the moment. Never reads a file, so it may be called inside a transaction. */
    Catalog current();

    /**
     * Takes up what has changed, where it is time to look, and gives the catalog of the moment. Listeners may write to
     * the store meanwhile: call it at the edge, before a transaction begins.
     */
    default Catalog refresh() {
        return current();
    }
}
