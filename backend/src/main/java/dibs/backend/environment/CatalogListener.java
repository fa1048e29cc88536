package dibs.backend.environment;

import java.util.List;

/** Has a say before a changed catalog takes effect. */
public interface CatalogListener {
    /** Why the change must not take effect, one sentence each; empty where it may. */
    default List<String> objections(CatalogChange change, Catalog next) {
        return List.of();
    }

    /**
     * Does what the change asks for, such as to rename in the store. Called once nobody objects and before anybody sees
     * the new catalog; where it throws, the old catalog stays. It has to bear being called again with the same change.
     */
    default void changed(CatalogChange change, Catalog next) {}
}
