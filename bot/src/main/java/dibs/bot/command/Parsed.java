package dibs.bot.command;

import dibs.bot.reply.Line;
import java.util.Optional;

/** What the parser made of a line. */
public sealed interface Parsed {
    /** It is a command. */
    record Understood(Command command) implements Parsed {}

    /**
     * It is none.
     *
     * @param verb the command that was begun, where one was
     * @param why one sentence: what is wrong and what to type
     */
    record Misunderstood(Optional<Verb> verb, Line why) implements Parsed {}
}
