package dibs.bot.platform.matrix.say;

import dibs.bot.command.Verb;

/** Lines to type, as they have to be typed where they are read: in a room, Dibs hears what begins with its prefix. */
final class TypedLine {
    /** Many bots hear it behind a bare exclamation mark. */
    private static final String HELP = Verb.HELP.word();

    private TypedLine() {}

    /** The line as it is typed there; what is no command, such as {@code 90m}, stays as it is. */
    static String of(String line, Hearers hearers) {
        String first = line.split("[ ,]", 2)[0];
        boolean command =
                Verb.called(first).filter(verb -> verb.word().equals(first)).isPresent();
        if (hearers == Hearers.ONE || !command) {
            return line;
        }
        return (first.equals(HELP) ? "!dibs " : "!") + line;
    }
}
