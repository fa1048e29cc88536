package planted.dibs.bot.cli;

import planted.dibs.bot.Main;

public record CommandLineThatKnowsMain(Main planted) {}
