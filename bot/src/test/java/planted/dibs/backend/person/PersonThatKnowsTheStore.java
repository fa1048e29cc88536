package planted.dibs.backend.person;

import planted.dibs.backend.store.Store;

public record PersonThatKnowsTheStore(Store planted) {}
