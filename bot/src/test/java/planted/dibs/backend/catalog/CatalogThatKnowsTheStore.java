package planted.dibs.backend.catalog;

import planted.dibs.backend.store.Store;

public record CatalogThatKnowsTheStore(Store planted) {}
