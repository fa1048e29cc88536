package planted.dibs.backend.util;

public record OddsAndEnds() {}
