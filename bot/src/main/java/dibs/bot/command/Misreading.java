package dibs.bot.command;

import dibs.bot.reply.Line;

/** Leaves the grammar from any depth with the sentence to answer; never leaves this package. */
final class Misreading extends RuntimeException {
    private final transient Line line;

    Misreading(Line line) {
        super(null, null, false, false);
        this.line = line;
    }

    Line line() {
        return line;
    }
}
