package planted.dibs.bot.platform.slack;

import planted.dibs.bot.platform.matrix.Matrix;

public record SlackThatKnowsMatrix(Matrix planted) {}
