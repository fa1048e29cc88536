package dibs.bot.command;

import dibs.backend.environment.Names;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.bot.command.Command.End;
import dibs.bot.command.Command.Whose;
import dibs.bot.command.Parsed.Misunderstood;
import dibs.bot.command.Parsed.Understood;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Visible;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From a line of chat to a command: one grammar on every platform. Reads only; every line gets an answer. */
public final class CommandParser {
    /** The longest line that is read. */
    public static final int LONGEST_LINE = 12_000;

    /** The longest purpose, in characters. */
    public static final int LONGEST_PURPOSE = 500;

    private final Names names;

    public CommandParser(Names names) {
        this.names = names;
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
            case CLAIM -> claim(words);
            case USING -> using(words);
            case UNCLAIM -> unclaim(words);
            case EXTEND -> extend(words);
            case RESERVE -> reserve(words);
            case WHO_IS_USING -> new Command.WhoIsUsing(onlyName(words, Sense.LEASE));
            case LEASES -> new Command.Leases(whose(words));
            case WAIT -> await(words);
            case WATCH -> new Command.Watch(wantedName(words, verb));
            case NUDGE -> nudge(words);
            case HANDOVER -> handover(words);
            case TAKEOVER -> takeover(words);
            case KEEP -> new Command.Keep(onlyName(words, Sense.LEASE));
            case TIDIED -> tidied(words);
            case CANCEL -> new Command.Cancel(wantedName(words, verb));
            case UNDO -> undo(words);
            case ENV -> new Command.Env(onlyName(words, Sense.THING));
            case HEALTH -> new Command.HealthOf(onlyName(words, Sense.THING));
            case IMPACT -> impact(words);
            case HISTORY -> history(words);
            case IS_SAFE -> new Command.IsSafe(question(words, verb));
            case ASK -> new Command.Ask(question(words, verb));
            case POLICY -> PolicyGrammar.policy(words, this);
            case WAIVE -> PolicyGrammar.waive(words, this);
            case OPEN -> GateGrammar.open(words, this);
            case CLOSE, MAINTENANCE, APPROVAL -> GateGrammar.shut(verb, words, this);
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

    private Command claim(Words words) {
        if (words.take("any")) {
            Command.Any any = any(words, Verb.CLAIM);
            Clauses clauses = Clauses.read(words);
            return new Command.ClaimAny(any, clauses.end(), clauses.helpers(), clauses.purpose());
        }
        List<String> wanted = nameList(words, Verb.CLAIM);
        if (wanted.size() == 1 && isSet(wanted.getFirst())) {
            Optional<String> release = release(words);
            Clauses clauses = Clauses.read(words);
            return new Command.ClaimSet(
                    wanted.getFirst(), release, clauses.end(), clauses.helpers(), clauses.purpose());
        }
        Clauses clauses = Clauses.read(words);
        return new Command.Claim(wanted, clauses.end(), clauses.helpers(), clauses.purpose());
    }

    private Command.Any any(Words words, Verb verb) {
        if (words.take("of")) {
            return new Command.Any(Optional.empty(), nameList(words, verb));
        }
        String label = words.done() ? "" : Words.keyword(words.take(1).getFirst());
        if (label.isEmpty()) {
            throw new Misreading(Line.of("Any of what? Type {}.", Inline.code(verb.word() + " any LABEL")));
        }
        return new Command.Any(Optional.of(label), List.of());
    }

    private Command await(Words words) {
        Politeness.drop(words);
        if (!words.take("any")) {
            return new Command.Wait(wantedName(words, Verb.WAIT));
        }
        Command.Any any = any(words, Verb.WAIT);
        if (!words.done()) {
            throw extra(words, Verb.WAIT);
        }
        return new Command.WaitAny(any);
    }

    private boolean isKnown(String typed) {
        return !(names.resolve(typed, Sense.THING) instanceof Resolution.Unknown);
    }

    private boolean isSet(String typed) {
        return names.resolve(typed, Sense.LEASE) instanceof Resolution.Found found
                && found.environment().releases().isPresent();
    }

    /** Product and version behind a set's name; what is no known release is taken too when it looks like one. */
    private Optional<String> release(Words words) {
        int known = names.longestKnown(words.rest(), Sense.LEASE);
        if (known > 0) {
            return Optional.of(String.join(" ", words.take(known)));
        }
        List<String> rest = words.rest();
        boolean version = rest.size() > 1 && rest.get(1).matches("\\d.*") && !NameList.opensClause(words);
        return version ? Optional.of(String.join(" ", words.take(2))) : Optional.empty();
    }

    private Command using(Words words) {
        List<String> wanted = nameList(words, Verb.USING);
        Clauses clauses = Clauses.read(words);
        if (!clauses.helpers().isEmpty()) {
            throw new Misreading(Line.of(
                    "A use has no helpers: everybody records their own. Type {}.", Inline.code(Verb.USING.usage())));
        }
        return new Command.Using(wanted, clauses.end(), clauses.purpose());
    }

    private String wantedName(Words words, Verb verb) {
        return onlyName(words, Sense.LEASE)
                .orElseThrow(() -> new Misreading(Line.of("Which one? Type {}.", Inline.code(verb.usage()))));
    }

    private Command nudge(Words words) {
        if (words.done()) {
            throw new Misreading(Line.of("Which one? Type {}.", Inline.code(Verb.NUDGE.usage())));
        }
        String name = name(words, Sense.LEASE);
        return new Command.Nudge(name, Clauses.text(words));
    }

    private Command handover(Words words) {
        if (words.done()) {
            throw new Misreading(Line.of("Which one? Type {}.", Inline.code(Verb.HANDOVER.usage())));
        }
        String name = name(words, Sense.LEASE);
        words.take("to");
        String person = words.takePerson()
                .orElseThrow(() -> new Misreading(Line.of("To whom? Type {}.", Inline.code(Verb.HANDOVER.usage()))));
        Optional<End> end = words.done() ? Optional.empty() : Clauses.extension(words);
        if (!words.done()) {
            throw extra(words, Verb.HANDOVER);
        }
        return new Command.Handover(name, person, end);
    }

    private Command takeover(Words words) {
        if (words.done()) {
            throw new Misreading(Line.of("Which one? Type {}.", Inline.code(Verb.TAKEOVER.usage())));
        }
        String name = name(words, Sense.LEASE);
        words.take("because");
        String reason = Clauses.text(words)
                .orElseThrow(() -> new Misreading(Line.of(
                        "Its holder will want to know why: type {}.",
                        Inline.code("takeover " + Visible.cut(name, 60) + " because …"))));
        return new Command.Takeover(name, reason);
    }

    private Command tidied(Words words) {
        Politeness.drop(words);
        List<String> wanted = nameList(words, Verb.TIDIED);
        if (!words.done()) {
            throw extra(words, Verb.TIDIED);
        }
        return new Command.Tidied(wanted);
    }

    private static Command undo(Words words) {
        Politeness.drop(words);
        if (!words.done()) {
            throw extra(words, Verb.UNDO);
        }
        return new Command.Undo();
    }

    private Command extend(Words words) {
        Optional<String> name = Optional.empty();
        if (!words.done() && !Clauses.opensEnd(words)) {
            name = Optional.of(name(words, Sense.LEASE));
        }
        Optional<End> end = Clauses.extension(words);
        if (!words.done()) {
            throw extra(words, Verb.EXTEND);
        }
        return new Command.Extend(name, end);
    }

    private Command reserve(Words words) {
        List<String> wanted = nameList(words, Verb.RESERVE);
        Optional<String> release = wanted.size() == 1 && isSet(wanted.getFirst()) ? release(words) : Optional.empty();
        return ReserveGrammar.read(wanted, release, words);
    }

    private Command unclaim(Words words) {
        Politeness.drop(words);
        if (words.done()) {
            return new Command.Unclaim(List.of(), false);
        }
        if (words.take("all", "everything")) {
            if (!words.done()) {
                throw extra(words, Verb.UNCLAIM);
            }
            return new Command.Unclaim(List.of(), true);
        }
        List<String> wanted = nameList(words, Verb.UNCLAIM);
        if (wanted.size() == 1 && isSet(wanted.getFirst())) {
            Optional<String> release = release(words);
            if (words.done()) {
                return new Command.UnclaimSet(wanted.getFirst(), release);
            }
        }
        if (!words.done()) {
            throw extra(words, Verb.UNCLAIM);
        }
        return new Command.Unclaim(wanted, false);
    }

    private Whose whose(Words words) {
        Politeness.drop(words);
        if (words.done() || words.take("all")) {
            return new Whose.All();
        }
        if (words.take("mine", "my", "me")) {
            return new Whose.Mine();
        }
        if (words.take("upcoming")) {
            return new Whose.Upcoming();
        }
        return words.takePerson()
                .<Whose>map(Whose.Of::new)
                .orElseThrow(() -> new Misreading(Line.of(
                        "I did not understand {}: type {}.",
                        quoted(words.restText()),
                        Inline.code(Verb.LEASES.usage()))));
    }

    private Command impact(Words words) {
        Politeness.drop(words);
        if (words.done()) {
            throw new Misreading(Line.of("Which one? Type {}.", Inline.code(Verb.IMPACT.usage())));
        }
        int known = names.longestKnown(words.rest(), Sense.THING);
        List<String> rest = words.rest();
        boolean all = rest.size() > Math.max(1, known)
                && Words.keyword(rest.getLast()).equals("all");
        int length = known > 0 ? known : rest.size() - (all ? 1 : 0);
        String name = String.join(" ", words.take(length));
        if (all) {
            words.dropLast(Set.of("all"));
        }
        if (!words.done()) {
            throw behindName(name, words);
        }
        return new Command.ImpactOf(name, all);
    }

    private Command history(Words words) {
        if (PolicyGrammar.isAll(words) && !isKnown(words.restText())) {
            return new Command.PolicyHistory();
        }
        Optional<String> name = Optional.empty();
        if (!words.done()
                && !words.keyword().equals("since")
                && !words.keyword().equals("last")) {
            name = Optional.of(name(words, Sense.THING));
        }
        return Clauses.history(name, words);
    }

    private List<String> nameList(Words words, Verb verb) {
        if (words.done()) {
            throw new Misreading(Line.of("Which one? Type {}.", Inline.code(verb.usage())));
        }
        NameList list = NameList.read(words, names);
        if (list.broken()) {
            throw new Misreading(Line.of("A name is missing beside a comma: type {}.", Inline.code(verb.usage())));
        }
        words.take(list.words());
        return list.names();
    }

    /** How many of the words that are left are a known name; 0: they begin with none. */
    int known(Words words, Sense sense) {
        return names.longestKnown(words.rest(), sense);
    }

    /** The longest leading run of words that is a known name, else one word. */
    String name(Words words, Sense sense) {
        int known = names.longestKnown(words.rest(), sense);
        return String.join(" ", words.take(Math.max(1, known)));
    }

    /** A name with nothing behind it; what is unknown is taken whole, so that the answer can name what was meant. */
    Optional<String> onlyName(Words words, Sense sense) {
        Politeness.drop(words);
        if (words.done()) {
            return Optional.empty();
        }
        int known = names.longestKnown(words.rest(), sense);
        if (known == 0) {
            return Optional.of(String.join(" ", words.take(words.rest().size())));
        }
        String name = String.join(" ", words.take(known));
        if (!words.done()) {
            throw behindName(name, words);
        }
        return Optional.of(name);
    }

    private static Misreading behindName(String name, Words words) {
        return new Misreading(
                Line.of("I read the name {} and did not understand {}.", quoted(name), quoted(words.restText())));
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
