package dibs.bot.command;

import dibs.backend.environment.Names;
import dibs.backend.environment.Sense;
import dibs.bot.command.Parsed.Misunderstood;
import dibs.bot.command.Parsed.Understood;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Visible;
import java.util.Optional;

/** From a line of chat to a command: one grammar on every platform. Reads only; every line gets an answer. */
public final class CommandParser {
    /** The longest line that is read. */
    public static final int LONGEST_LINE = 12_000;

    /** The longest purpose, in characters. */
    public static final int LONGEST_PURPOSE = 500;

    private final TypedNames names;
    private final LeaseGrammar leases;
    private final TransferGrammar transfers;
    private final LookGrammar looks;

    public CommandParser(Names names) {
        this.names = new TypedNames(names);
        this.leases = new LeaseGrammar(this.names);
        this.transfers = new TransferGrammar(this.names);
        this.looks = new LookGrammar(this.names);
    }

    /** What the line asks for. */
    public Parsed parse(String line) {
        if (line.length() > LONGEST_LINE) {
            return misunderstood(
                    Optional.empty(),
                    Line.of("That line is too long to read: shorten it to a few hundred characters."));
        }
        Words words = Words.of(Opening.strip(line));
        if (words.done()) {
            return misunderstood(Optional.empty(), Line.of("That line is empty: type {} to see what I can do.", HELP));
        }
        Optional<Verb> verb = Opening.verb(words);
        if (verb.isEmpty()) {
            return Opening.asks(words) ? new Understood(new Command.Ask(words.restText())) : Opening.unknown(words);
        }
        try {
            return new Understood(command(verb.get(), words));
        } catch (Misreading misreading) {
            return misunderstood(verb, misreading.line());
        }
    }

    /** The command that the line is, with no word of its own behind it; nothing for any other line. */
    public static Optional<Verb> alone(String line) {
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        Words words = Words.of(Opening.strip(line));
        return Opening.verb(words).filter(verb -> words.done());
    }

    /** The command whose words the line begins with, whatever stands behind them; nothing for any other line. */
    public static Optional<Verb> begun(String line) {
        return line.length() > LONGEST_LINE ? Optional.empty() : Opening.verb(Words.of(Opening.strip(line)));
    }

    static final Inline HELP = Inline.code("help");

    static Misunderstood misunderstood(Optional<Verb> verb, Line why) {
        return new Misunderstood(verb, why);
    }

    private Command command(Verb verb, Words words) {
        return switch (verb) {
            case CLAIM -> leases.claim(words);
            case USING -> leases.using(words);
            case UNCLAIM -> leases.unclaim(words);
            case EXTEND -> leases.extend(words);
            case RESERVE -> leases.reserve(words);
            case WHO_IS_USING -> new Command.WhoIsUsing(names.only(words, Sense.LEASE));
            case LEASES -> new Command.Leases(LookGrammar.whose(words));
            case WAIT -> leases.await(words);
            case WATCH -> new Command.Watch(names.wanted(words, verb));
            case NUDGE -> transfers.nudge(words);
            case HANDOVER -> transfers.handover(words);
            case TAKEOVER -> transfers.takeover(words);
            case KEEP -> new Command.Keep(names.only(words, Sense.LEASE));
            case TIDIED -> leases.tidied(words);
            case CANCEL -> new Command.Cancel(names.wanted(words, verb));
            case UNDO -> LeaseGrammar.undo(words);
            case ENV -> new Command.Env(names.only(words, Sense.THING));
            case HEALTH -> new Command.HealthOf(names.only(words, Sense.THING));
            case IMPACT -> looks.impact(words);
            case HISTORY -> looks.history(words);
            case IS_SAFE -> new Command.IsSafe(question(words, verb));
            case ASK -> new Command.Ask(question(words, verb));
            case POLICY -> PolicyGrammar.policy(words, names);
            case WAIVE -> PolicyGrammar.waive(words, names);
            case OPEN -> GateGrammar.open(words, names);
            case CLOSE, MAINTENANCE, APPROVAL -> GateGrammar.shut(verb, words, names);
            case FREEZE -> GateGrammar.freeze(words);
            case THAW -> GateGrammar.thaw(words);
            case CONFIRM -> PolicyGrammar.confirm(words);
            case ME -> SettingsGrammar.me(words);
            case DM -> SettingsGrammar.dm(words);
            case DIGEST -> SettingsGrammar.digest(words);
            case QUIET -> SettingsGrammar.quiet(words);
            case HELP -> new Command.Help(words.done() ? Optional.empty() : Optional.of(words.restText()));
        };
    }

    private static String question(Words words, Verb verb) {
        if (words.done()) {
            throw new Misreading(Line.of("What may use what? Type {}.", Inline.code(verb.usage())));
        }
        return words.restText();
    }

    static Misreading extra(Words words, Verb verb) {
        return new Misreading(
                Line.of("I did not understand {}: type {}.", quoted(words.restText()), Inline.code(verb.usage())));
    }

    /** What was typed, cut to what is worth echoing. */
    static Inline quoted(String typed) {
        return Inline.quote(Visible.cut(typed, 60));
    }
}
