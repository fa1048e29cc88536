package planted.dibs.bot;

public record Main() {}
