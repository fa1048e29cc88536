package planted.dibs.backend.http;

import planted.dibs.backend.store.Store;

public record RoutesThatKnowTheStore(Store planted) {}
