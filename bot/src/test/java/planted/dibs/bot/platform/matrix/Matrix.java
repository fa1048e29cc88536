package planted.dibs.bot.platform.matrix;

public record Matrix() {}
