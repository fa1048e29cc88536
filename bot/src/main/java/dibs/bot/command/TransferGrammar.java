package dibs.bot.command;

import dibs.backend.environment.Sense;
import dibs.bot.command.Command.End;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Visible;
import java.util.Optional;

/** How the commands are written by which a lease passes from one person to another. */
final class TransferGrammar {
    private final TypedNames names;

    TransferGrammar(TypedNames names) {
        this.names = names;
    }

    Command nudge(Words words) {
        if (words.done()) {
            throw TypedNames.which(Verb.NUDGE);
        }
        String name = names.first(words, Sense.LEASE);
        return new Command.Nudge(name, Clauses.text(words));
    }

    Command handover(Words words) {
        if (words.done()) {
            throw TypedNames.which(Verb.HANDOVER);
        }
        String name = names.first(words, Sense.LEASE);
        words.take("to");
        String person = words.takePerson()
                .orElseThrow(() -> new Misreading(Line.of("To whom? Type {}.", Inline.code(Verb.HANDOVER.usage()))));
        Optional<End> end = words.done() ? Optional.empty() : Clauses.extension(words);
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.HANDOVER);
        }
        return new Command.Handover(name, person, end);
    }

    Command takeover(Words words) {
        if (words.done()) {
            throw TypedNames.which(Verb.TAKEOVER);
        }
        String name = names.first(words, Sense.LEASE);
        words.take("because");
        String reason = Clauses.text(words)
                .orElseThrow(() -> new Misreading(Line.of(
                        "Its holder will want to know why: type {}.",
                        Inline.code("takeover " + Visible.cut(name, 60) + " because …"))));
        return new Command.Takeover(name, reason);
    }
}
