package planted.dibs.backend.store;

public record Store() {}
